import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes } from './aes.ts';
import { padToBlocks } from './iso-padding.ts';
import { openHalf, SEALED_LENGTH, sealHalf } from './mutual-authentication.ts';
import { accessKey, sessionKey } from './session-keys.ts';
import { tripleDes } from './triple-des.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (data: Uint8Array | undefined) =>
  Buffer.from(data ?? [])
    .toString('hex')
    .toUpperCase();
const number = new TextEncoder().encode('AA12345678BB');
const own = bytes('1122334455667788');
const keyHalf = bytes('404142434445464748494A4B4C4D4E4F');

/** The worked examples of the specifications: 1.5 (first generation) and 1.1 Appendix 2 (second). */
describe('the published examples', () => {
  it('derive the access key from the card number', () => {
    expect(hex(accessKey(number))).toBe('6522B4E171195BB218223A976C040111');
  });

  it('seal the terminal’s half, first generation', () => {
    const sealed = sealHalf(tripleDes, accessKey(number), { own, other: bytes('5A6E7E385162B7A3'), keyHalf });
    expect(hex(sealed)).toBe(
      '937745C20883A1BAD1E04193722A1592378F81A8F1DC589157AEB0F7544FA1BA1AD7FB6A3389E017',
    );
  });

  it('agree on the session key and seal the number, first generation', () => {
    const key = sessionKey(keyHalf, bytes('19D049490FFF52EEDBFCB930BC810ED0'));
    expect(hex(key)).toBe('CE94938E19E3B97DF96EABCEDC1715CC');
    expect(hex(tripleDes.encrypt(key, padToBlocks(number, 8)))).toBe('1AA82973DB959A811F9711D728F0EEF6');
  });

  it('seal the terminal’s half, second generation', () => {
    const sealed = sealHalf(aes, accessKey(number), { own, other: bytes('921CE277323DA057'), keyHalf });
    expect(hex(sealed)).toBe(
      '4AD3C7B6BB484A52771977DED618B41DF841FA0476A05FBE041DEAD6109E773BAC854617634F5397',
    );
  });

  it('open the card’s half and seal the number, second generation', () => {
    const half = openHalf(
      aes,
      accessKey(number),
      bytes('289A96B1DA6AE3DA87770419BFD14F0BDAD15F36432B5A946C188C7221759A62FA942EC51E62FF5F'),
    );
    expect(hex(half?.own)).toBe('921CE277323DA057');
    expect(hex(half?.other)).toBe(hex(own));
    const key = sessionKey(keyHalf, half?.keyHalf ?? own);
    expect(hex(key)).toBe('C19CF13D3D7FBEE9EA293D834C88952F');
    expect(hex(aes.encrypt(key, padToBlocks(number, 16)))).toBe('EE0B31EF877F68D071C56D58C72E6748');
  });
});

describe.each([
  ['first', tripleDes],
  ['second', aes],
] as const)('sealed halves of the %s generation', (_name, cipher) => {
  const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

  it('open to what was sealed', () => {
    fc.assert(
      fc.property(octets(16), octets(8), octets(8), octets(16), (key, a, b, half) => {
        const opened = openHalf(cipher, key, sealHalf(cipher, key, { own: a, other: b, keyHalf: half }));
        expect([hex(opened?.own), hex(opened?.other), hex(opened?.keyHalf)]).toEqual([
          hex(a),
          hex(b),
          hex(half),
        ]);
      }),
    );
  });

  it('do not open with one bit flipped anywhere', () => {
    fc.assert(
      fc.property(octets(16), octets(32), fc.nat(SEALED_LENGTH * 8 - 1), (key, text, bit) => {
        const half = { own: text.subarray(0, 8), other: text.subarray(8, 16), keyHalf: text.subarray(16) };
        const sealed = sealHalf(cipher, key, half);
        sealed[bit >> 3] = (sealed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(openHalf(cipher, key, sealed)).toBeUndefined();
      }),
    );
  });

  it('of any other length do not open', () => {
    fc.assert(
      fc.property(octets(16), fc.uint8Array({ maxLength: 64 }), (key, sealed) => {
        fc.pre(sealed.length !== SEALED_LENGTH);
        expect(openHalf(cipher, key, sealed)).toBeUndefined();
      }),
    );
  });
});
