import { constants, createHash, type KeyObject, privateEncrypt } from 'node:crypto';
import { type Outcome, reason, rejected, verified } from '@honnin/outcome';
import { digestInfoSha256 } from './digest-info.ts';
import { verifyDigestInfoSignature } from './verify-rsa-signature.ts';

/** Signed parts of a card-face record as raw objects, headers included: DF22–DF24, DF25–DF26, DF27. */
export type CardFaceParts = readonly [attributes: Uint8Array, texts: Uint8Array, photo: Uint8Array];

/** The three SHA-256 digests in a row, 96 octets. */
function digestsOf(parts: CardFaceParts): Uint8Array {
  return Buffer.concat(parts.map((part) => createHash('sha256').update(part).digest()));
}

/**
 * Checks object DF28 of a card-face record: PKCS#1 v1.5 over a DigestInfo that names SHA-256 and holds three
 * digests, one for each part. The expiry date and the security code are not covered by it.
 * `issuerKey` is the key that `verifyCardVerifiableCertificate` gave; the value is the parts, now believed.
 */
export function verifyCardFaceSignature(options: {
  readonly issuerKey: KeyObject;
  readonly parts: CardFaceParts;
  readonly signature: Uint8Array;
}): Outcome<CardFaceParts> {
  const { issuerKey, parts, signature } = options;
  const outcome = verifyDigestInfoSignature({ publicKey: issuerKey, octets: digestsOf(parts), signature });
  if (outcome.status === 'verified') return verified(parts);
  return outcome.reasons.some(({ code }) => code === 'rsa-signature-invalid')
    ? rejected(reason('card-face-signature-invalid', 'DF28 does not sign DF22–DF27'))
    : outcome;
}

/** Signs the three parts as an issuer does; for the test authority. */
export function signCardFaceParts(issuerKey: KeyObject, parts: CardFaceParts): Uint8Array {
  return Uint8Array.from(
    privateEncrypt(
      { key: issuerKey, padding: constants.RSA_PKCS1_PADDING },
      digestInfoSha256(digestsOf(parts)),
    ),
  );
}
