import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCommand } from '../apdu/apdu.ts';
import { offerSessionKey } from './secure-messaging.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
const deliveryKey = {
  modulus: new Uint8Array(Buffer.from(n, 'base64url')),
  exponent: new Uint8Array(Buffer.from(e, 'base64url')),
};
/** The key 000102…0F, so that the vectors below can be made again with any AES. */
const counting = (length: number) => Uint8Array.from({ length }, (_, index) => index);
const offer = () => offerSessionKey(deliveryKey, counting);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const read = { cla: 0, ins: 0xb0, p1: 0, p2: 0, le: 7 };

describe('secure messaging, as the reader speaks it', () => {
  it('delivers its seed under OAEP with SHA-256, `A0 22 80 20` before it', () => {
    const opened = privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      offer().data,
    );
    expect(hex(opened)).toBe(`a0228020${hex(counting(32))}`);
  });

  it('writes READ with Le in object 96, and VERIFY in object 86 with the vector of that command', () => {
    const { protection } = offer();
    expect(hex(encodeCommand(protection.protect(read)))).toBe('08b0000005960300000700');
    const long = protection.protect({ ...read, le: 0x1_0000 });
    expect(hex(encodeCommand(long))).toBe('08b0000000000596030000000000');
    // Command 3: vector AES(key, 0…03), then CBC of 31323334 80 00…; made with the openssl command.
    const verify = protection.protect({ cla: 0, ins: 0x20, p1: 0, p2: 0x80, data: Buffer.from('1234') });
    expect(hex(encodeCommand(verify))).toBe('082000801386110174236396d61c624ed82f1f915dd20225');
  });

  it('opens nothing but one whole object 86, and throws on no bytes', () => {
    const { protection } = offer();
    protection.protect(read);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (data) => {
        const opened = protection.open({ data, statusWord: 0x9000 });
        if (opened.status === 'failed') expect(opened.reason.code).toBe('secure-messaging-broken');
        else expect(data[0]).toBe(0x86);
      }),
      { numRuns: 1000 },
    );
    expect(protection.open({ data: new Uint8Array(0), statusWord: 0x6982 })).toMatchObject({
      value: { statusWord: 0x6982 },
    });
  });
});
