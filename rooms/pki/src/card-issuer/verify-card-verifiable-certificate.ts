import type { KeyObject } from 'node:crypto';
import { type Outcome, reason, rejected, undetermined, verified } from '@honnin/outcome';
import { rsaPublicKey } from '../certificate/rsa-public-key.ts';
import type { CardIssuerAnchor } from './card-issuer-anchor.ts';
import { decodeCardVerifiableCertificate } from './card-verifiable-certificate.ts';
import { verifyRsaSignature } from './verify-rsa-signature.ts';

/** A card issuer's key that an anchor vouches for. */
export interface VerifiedCardIssuer {
  /** Identifier of the issuer's key, lower-case hexadecimal. */
  readonly keyId: string;
  readonly authorityKeyId: string;
  /** Checks the records that this issuer signed. */
  readonly publicKey: KeyObject;
}

/**
 * Checks the certificate of a card issuer's key (EF 0004, object 7F21): sha256WithRSA v1.5 over its body by one
 * of the anchors with the named key identifier. Undetermined only where no anchor is configured at all.
 */
export function verifyCardVerifiableCertificate(
  bytes: Uint8Array,
  anchors: readonly CardIssuerAnchor[],
): Outcome<VerifiedCardIssuer> {
  if (anchors.length === 0) return undetermined(reason('anchors-missing', 'no card issuer anchor'));
  const decoded = decodeCardVerifiableCertificate(bytes);
  if (decoded.status === 'failed') return rejected(decoded.reason);
  const { authorityKeyId, subjectKeyId, body, signature } = decoded.value;
  const named = anchors.filter(({ keyId }) => keyId === authorityKeyId);
  if (named.length === 0)
    return rejected(reason('card-issuer-not-trusted', `no anchor with key identifier ${authorityKeyId}`));
  const publicKey = rsaPublicKey(decoded.value.publicKey);
  if (publicKey.status === 'failed') return rejected(publicKey.reason);
  const signed = named.some(
    (anchor) =>
      verifyRsaSignature({ publicKey: anchor.publicKey, message: body, signature }).status === 'verified',
  );
  return signed
    ? verified({ keyId: subjectKeyId, authorityKeyId, publicKey: publicKey.value })
    : rejected(reason('card-issuer-signature-invalid', '5F37 does not sign 5F4E under the named key'));
}
