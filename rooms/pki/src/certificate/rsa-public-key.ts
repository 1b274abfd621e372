import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** An RSA public key as cards write it: unsigned big-endian integers. */
export interface RsaPublicKeyBytes {
  readonly exponent: Uint8Array;
  readonly modulus: Uint8Array;
}

/**
 * Makes a key object of a card's RSA key. Fails with `rsa-key-malformed` for an empty or even number and for
 * sizes that no card uses; whether the key is strong enough is judged where a signature is checked.
 */
export function rsaPublicKey(bytes: RsaPublicKeyBytes): Attempt<KeyObject> {
  const { exponent, modulus } = bytes;
  if (exponent.length === 0 || exponent.length > 8 || modulus.length < 64 || modulus.length > 1024)
    return failed(reason('rsa-key-malformed', `${exponent.length} and ${modulus.length} octets`));
  if (((exponent.at(-1) ?? 0) & 1) === 0 || ((modulus.at(-1) ?? 0) & 1) === 0)
    return failed(reason('rsa-key-malformed', 'an even exponent or modulus'));
  try {
    return done(
      createPublicKey({
        format: 'jwk',
        key: {
          kty: 'RSA',
          e: Buffer.from(exponent).toString('base64url'),
          n: Buffer.from(modulus).toString('base64url'),
        },
      }),
    );
  } catch (error) {
    return failed(reason('rsa-key-malformed', error instanceof Error ? error.message : String(error)));
  }
}

/** The integers of an RSA public key, without sign octets. Throws for a key that is not RSA. */
export function rsaPublicKeyBytes(publicKey: KeyObject): RsaPublicKeyBytes {
  const { e, n } = publicKey.export({ format: 'jwk' });
  if (e === undefined || n === undefined) throw new Error('not an RSA key');
  return {
    exponent: Uint8Array.from(Buffer.from(e, 'base64url')),
    modulus: Uint8Array.from(Buffer.from(n, 'base64url')),
  };
}
