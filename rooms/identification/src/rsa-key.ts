import { createPublicKey, type KeyObject } from 'node:crypto';
import type { RsaPublicKeyBytes } from '@honnin/card';

/** The card's own key as Node takes it; null when the numbers make no RSA key. */
export function rsaKey(key: RsaPublicKeyBytes): KeyObject | null {
  const url = (value: Uint8Array) => Buffer.from(value).toString('base64url');
  try {
    return createPublicKey({
      key: { kty: 'RSA', e: url(key.exponent), n: url(key.modulus) },
      format: 'jwk',
    });
  } catch {
    return null;
  }
}
