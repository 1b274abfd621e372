import { type Outcome, reason, rejected, verified } from '@honnin/outcome';
import { parseCertificate, type UnverifiedCertificate, validatePath } from '@honnin/pki';
import {
  type IdentificationFrame,
  type OpenedIdentification,
  openIdentification,
  type StatementPolicy,
} from './open-identification.ts';
import type { MyNumberCardClaim } from './statement-claims.ts';
import { verifyCardProof } from './verify-card-proof.ts';

/** Who was identified by a My Number card, how, and how surely. */
export interface VerifiedIdentification extends IdentificationFrame {
  readonly document: 'my-number-card';
  readonly proof: 'jpki-signature' | 'card-session';
  /**
   * YYYY-MM-DD, of the card-face record behind a `card-session`. Where it is not the birth date of the
   * certificate's holder, certificate and record are of two cards.
   */
  readonly recordBirthDate?: string;
  readonly authorisedBy?: 'pin' | 'verifier-extension';
  /** The card's authentication certificate; its path is checked. */
  readonly certificate: UnverifiedCertificate;
  readonly certificateStatus: 'in-force' | 'in-grace';
  /** `unknown` only where the policy lets that pass with a remark. */
  readonly revocation: 'good' | 'unknown' | 'not-checked';
}

/**
 * Checks a statement from end to end: signature and terminal certificate, shape, service, age, that the method
 * stands on what it claims, the card certificate's path and status, and the card's answer to the bound
 * challenge. A status that could not be asked makes it undetermined; reasons come from this room and from pki.
 * A statement by another document than a My Number card is rejected with `document-not-accepted`, once everything
 * that its terminal vouches for has been found to hold.
 */
export async function verifyStatement(
  jws: string,
  policy: StatementPolicy,
): Promise<Outcome<VerifiedIdentification>> {
  const opened = await openIdentification(jws, policy);
  if (opened.status !== 'verified') return opened;
  const { card } = opened.value.claims;
  return card.kind === 'my-number-card'
    ? verifyMyNumberIdentification(opened.value, card, policy)
    : rejected(reason('document-not-accepted', card.kind));
}

/** The part of a statement that only My Number cards have: certificate and answer. */
export async function verifyMyNumberIdentification(
  { claims, frame }: OpenedIdentification,
  card: MyNumberCardClaim,
  policy: StatementPolicy,
): Promise<Outcome<VerifiedIdentification>> {
  const parsed = parseCertificate(Buffer.from(card.certificate, 'base64'));
  if (parsed.status === 'failed') return rejected(parsed.reason);
  const path = await validatePath({
    certificate: parsed.value,
    intermediates: [],
    anchors: policy.authenticationAnchors,
    at: policy.at,
    keyUsage: 'digitalSignature',
    graceAfterExpiryMs: policy.graceAfterExpiryMs,
    ...(policy.revocation === undefined ? {} : { revocation: policy.revocation }),
    ...(policy.whenRevocationUnknown === undefined
      ? {}
      : { whenRevocationUnknown: policy.whenRevocationUnknown }),
  });
  // A forged answer of the card is refused even when the certificate's status cannot be asked.
  const binding = { audience: claims.aud, nonce: claims.nonce, issuedAt: claims.iat };
  const proof = verifyCardProof(card.proof, binding, parsed.value.publicKey);
  if (proof.status !== 'verified') return proof;
  if (path.status !== 'verified') return path;
  return verified(
    {
      ...frame,
      document: 'my-number-card',
      proof: proof.value.kind,
      ...(proof.value.kind === 'card-session' && proof.value.birthDate !== undefined
        ? { recordBirthDate: proof.value.birthDate }
        : {}),
      ...(proof.value.kind === 'jpki-signature' ? { authorisedBy: proof.value.authorisedBy } : {}),
      certificate: path.value.certificate,
      certificateStatus: path.value.inGrace ? 'in-grace' : 'in-force',
      revocation: path.value.revocation,
    },
    [...path.reasons, ...proof.reasons],
  );
}
