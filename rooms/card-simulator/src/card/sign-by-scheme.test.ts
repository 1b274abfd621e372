import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  publicDecrypt,
  verify,
} from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signByScheme } from './sign-by-scheme.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = createPublicKey(privateKey);
const random = (length: number) => new Uint8Array(length).fill(7);
const sign = (scheme: number, data: Uint8Array) => signByScheme(scheme, data, privateKey, random);
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest();
const message = fc.uint8Array({ minLength: 1, maxLength: 245 });

function signed(scheme: number, data: Uint8Array): Uint8Array {
  const signature = sign(scheme, data);
  if (signature === null) throw new Error('refused');
  expect(signature).toHaveLength(256);
  return signature;
}

describe('signByScheme', () => {
  it('scheme 00 pads the data as given', () => {
    fc.assert(
      fc.property(message, (data) => {
        expect(Buffer.compare(publicDecrypt(publicKey, signed(0, data)), data)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('scheme 01 pads the bare hash, without a DigestInfo', () => {
    const data = Buffer.from('challenge');
    expect(publicDecrypt(publicKey, signed(1, data))).toEqual(sha256(data));
  });

  it('schemes 02 and 03 make the sha256WithRSA signature, of a hash and of a message', () => {
    fc.assert(
      fc.property(message, (data) => {
        expect(verify('sha256', data, publicKey, signed(2, sha256(data)))).toBe(true);
        expect(verify('sha256', data, publicKey, signed(3, data))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('schemes 04 and 05 make RSASSA-PSS signatures that node:crypto verifies', () => {
    const key = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    fc.assert(
      fc.property(message, (data) => {
        expect(verify('sha256', data, key, signed(4, sha256(data)))).toBe(true);
        expect(verify('sha256', data, key, signed(5, data))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    [0, 0],
    [0, 246],
    [1, 256],
    [2, 31],
    [2, 33],
    [3, 0],
    [4, 20],
    [5, 256],
    [6, 32],
  ])('scheme %i refuses %i bytes', (scheme, length) => {
    expect(sign(scheme, new Uint8Array(length))).toBeNull();
  });
});
