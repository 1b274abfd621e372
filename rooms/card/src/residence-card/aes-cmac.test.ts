import { describe, expect, it } from 'vitest';
import { aesCmac } from './aes-cmac.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');

/** RFC 4493 §4. */
const key = bytes('2b7e1516 28aed2a6 abf71588 09cf4f3c');
const message = bytes(
  '6bc1bee2 2e409f96 e93d7e11 7393172a ae2d8a57 1e03ac9c 9eb76fac 45af8e51' +
    '30c81c46 a35ce411 e5fbc119 1a0a52ef f69f2445 df4f9b17 ad2b417b e66c3710',
);

describe('aesCmac', () => {
  it.each([
    [0, 'bb1d6929e95937287fa37d129b756746'],
    [16, '070a16b46b4d4144f79bdd9dd04a287c'],
    [40, 'dfa66747de9ae63030ca32611497c827'],
    [64, '51f0bebf7e3b9d92fc49741779363cfe'],
  ])('gives the published value for %i bytes (RFC 4493 §4)', (length, expected) => {
    expect(hex(aesCmac(key, message.subarray(0, length)))).toBe(expected);
  });

  it('leaves key and message as they were', () => {
    const before = hex(message.subarray(0, 16));
    aesCmac(key, message.subarray(0, 16));
    expect(hex(message.subarray(0, 16))).toBe(before);
  });
});
