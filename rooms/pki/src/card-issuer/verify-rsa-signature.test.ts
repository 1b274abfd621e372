import { constants, createHash, privateEncrypt, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecKey, rsaKey } from '../../test/workshop.ts';
import { publicHalf } from '../certificate/encode-certificate.ts';
import { rsaPublicKey, rsaPublicKeyBytes } from '../certificate/rsa-public-key.ts';
import { digestInfoSha256 } from './digest-info.ts';
import { verifyDigestInfoSignature, verifyRsaSignature } from './verify-rsa-signature.ts';

const key = rsaKey();
const publicKey = publicHalf(key);
const message = new TextEncoder().encode('challenge');

describe('verifyRsaSignature', () => {
  it('agrees with node:crypto on what it signs and on what node signs', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (text) => {
        const ours = privateEncrypt(
          { key, padding: constants.RSA_PKCS1_PADDING },
          digestInfoSha256(createHash('sha256').update(text).digest()),
        );
        expect(verify('sha256', text, publicKey, ours)).toBe(true);
        const signature = sign('sha256', text, key);
        expect(verifyRsaSignature({ publicKey, message: text, signature }).status).toBe('verified');
      }),
      { numRuns: 20 },
    );
  });

  it('rejects a signature whose leading zero was cut off: there is one form of each', () => {
    const signed = Array.from({ length: 20_000 }, (_, at) => new TextEncoder().encode(`${at}`)).find(
      (text) => sign('sha256', text, key)[0] === 0,
    );
    if (signed === undefined) throw new Error('no signature begins with a zero');
    const signature = sign('sha256', signed, key);
    expect(verifyRsaSignature({ publicKey, message: signed, signature }).status).toBe('verified');
    for (const other of [signature.subarray(1), Buffer.concat([Buffer.of(0), signature])])
      expect(verifyRsaSignature({ publicKey, message: signed, signature: other }).status).toBe('rejected');
  });

  it('rejects an answer to another challenge', () => {
    const signature = sign('sha256', new TextEncoder().encode('an older challenge'), key);
    expect(verifyRsaSignature({ publicKey, message, signature })).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'rsa-signature-invalid' }],
    });
  });

  it('rejects SHA-1 and PSS signatures over the same message', () => {
    const sha1 = sign('sha1', message, key);
    const pss = sign('sha256', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING });
    for (const signature of [sha1, pss])
      expect(verifyRsaSignature({ publicKey, message, signature }).status).toBe('rejected');
  });

  it('rejects an RSA-1024 key and an EC key', () => {
    const weak = rsaKey(1024);
    const signature = sign('sha256', message, weak);
    expect(verifyRsaSignature({ publicKey: publicHalf(weak), message, signature })).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'algorithm-too-weak' }],
    });
    expect(verifyRsaSignature({ publicKey: publicHalf(ecKey()), message, signature }).status).toBe(
      'rejected',
    );
  });

  it('rejects a forgery with public exponent 1, where the signature is the block itself', () => {
    const { modulus } = rsaPublicKeyBytes(publicKey);
    const attempt = rsaPublicKey({ exponent: Uint8Array.of(1), modulus });
    const octets = createHash('sha256').update(message).digest();
    const info = digestInfoSha256(octets);
    const signature = Uint8Array.from([
      0,
      1,
      ...new Uint8Array(modulus.length - 3 - info.length).fill(0xff),
      0,
      ...info,
    ]);
    const outcome =
      attempt.status === 'done'
        ? verifyDigestInfoSignature({ publicKey: attempt.value, octets, signature })
        : attempt;
    expect(outcome.status).not.toBe('verified');
  });
});

describe('rsaPublicKey', () => {
  it('gives the key back that the octets came from', () => {
    const attempt = rsaPublicKey(rsaPublicKeyBytes(publicKey));
    expect(attempt.status === 'done' && attempt.value.equals(publicKey)).toBe(true);
  });

  it('makes a key of any octets, or fails by its own name', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 10 }),
        fc.uint8Array({ maxLength: 300 }),
        (exponent, modulus) => {
          const attempt = rsaPublicKey({ exponent, modulus });
          return attempt.status === 'done' || attempt.reason.code === 'rsa-key-malformed';
        },
      ),
    );
  });
});
