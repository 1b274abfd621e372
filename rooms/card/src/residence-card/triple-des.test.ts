import { describe, expect, it } from 'vitest';
import { tripleDes } from './triple-des.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex').toUpperCase();

/** ICAO 9303-11 Appendix D.3: the same cipher and MAC, with two keys. */
describe('two-key triple DES as in basic access control', () => {
  const plain = bytes('781723860C06C226 4608F91988702212 0B795240CB7049B01C19B33E32804F0B');
  const encrypted = '72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2';

  it('encrypts the published example', () => {
    const key = bytes('AB94FDECF2674FDFB9B391F85D7F76F2');
    expect(hex(tripleDes.encrypt(key, plain))).toBe(encrypted);
    expect(hex(tripleDes.decrypt(key, bytes(encrypted)))).toBe(hex(plain));
  });

  it('gives the published retail MAC', () => {
    const key = bytes('7962D9ECE03D1ACD4C76089DCE131543');
    expect(hex(tripleDes.mac(key, bytes(encrypted)))).toBe('5F1448EEA8AD90A7');
  });

  it('takes a message shorter than a block', () => {
    expect(tripleDes.mac(bytes('7962D9ECE03D1ACD4C76089DCE131543'), bytes('00'))).toHaveLength(8);
  });
});
