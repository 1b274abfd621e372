import type { KeyObject } from 'node:crypto';
import { type Outcome, reason, rejected, verified } from '@honnin/outcome';
import { p384 } from '@noble/curves/nist.js';
import { verifyDigestInfoSignature } from '../card-issuer/verify-rsa-signature.ts';

/** First generation: RSA-2048. Second: ECDSA on P-384. Both over SHA-256. */
export type ResidenceCardScheme = 'first' | 'second';

/**
 * Checks the check code of a residence card (在留カード等仕様書 §3.4.3.1) over the SHA-256 digest of what is
 * signed, so that whoever is not to see photo and name can check it too. The value is the digest. The key's
 * certificate is the caller's to validate. Rejected: `residence-card-signature-invalid`, `algorithm-too-weak`.
 */
export function verifyResidenceCardSignature(options: {
  readonly scheme: ResidenceCardScheme;
  readonly publicKey: KeyObject;
  /** 32 bytes. */
  readonly digest: Uint8Array;
  readonly checkCode: Uint8Array;
}): Outcome<Uint8Array> {
  const { scheme, publicKey, digest, checkCode } = options;
  const invalid = (detail: string) => rejected(reason('residence-card-signature-invalid', detail));
  if (digest.length !== 32) throw new RangeError('a SHA-256 digest has 32 bytes');
  if (scheme === 'first') {
    if (publicKey.asymmetricKeyDetails?.modulusLength !== 2048) return invalid('the key is not RSA-2048');
    const outcome = verifyDigestInfoSignature({ publicKey, octets: digest, signature: checkCode });
    return outcome.reasons.some(({ code }) => code === 'rsa-signature-invalid')
      ? invalid('RFC 8017 §8.2.2')
      : outcome;
  }
  if (publicKey.asymmetricKeyDetails?.namedCurve !== 'secp384r1') return invalid('the key is not on P-384');
  // node:crypto hashes by itself and takes no digest.
  return holds(publicKey, digest, checkCode) ? verified(digest) : invalid('FIPS 186-5 §6.4.2');
}

function holds(publicKey: KeyObject, digest: Uint8Array, checkCode: Uint8Array): boolean {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coordinate = (text: string) => Buffer.from(text, 'base64url');
  const point = Uint8Array.from([0x04, ...coordinate(x), ...coordinate(y)]);
  const format = checkCode.length === 96 ? 'compact' : 'der';
  try {
    return p384.verify(checkCode, digest, point, { prehash: false, lowS: false, format });
  } catch {
    // Thrown where r and s cannot be read: the signature does not hold.
    return false;
  }
}
