import { type Outcome, reason, rejected, verified } from '@honnin/outcome';
import {
  parseCertificate,
  type UnverifiedCertificate,
  validatePath,
  verifyResidenceCardSignature,
} from '@honnin/pki';
import {
  type IdentificationFrame,
  type OpenedIdentification,
  openIdentification,
  type StatementPolicy,
} from './open-identification.ts';
import type { ResidenceCardClaim } from './statement-claims.ts';
import { type VerifiedIdentification, verifyMyNumberIdentification } from './verify-statement.ts';

/** Which documents a service takes, and whom it trusts to sign them. */
export interface DocumentPolicy extends StatementPolicy {
  /** The issuer’s authorities; a service without them takes no residence cards. */
  readonly residenceCardAnchors: readonly UnverifiedCertificate[];
}

/**
 * Who was identified by a residence card. Weaker than by a My Number card, and said so: the issuer signed photo
 * and front, but no key of the chip answered, so that a copy of it is not told (`issuer-signature-only`).
 */
export interface VerifiedResidenceIdentification extends IdentificationFrame {
  readonly document: 'residence-card';
  readonly proof: 'issuer-signature';
  readonly generation: 'first' | 'second';
  /** Not signed by the issuer: the terminal opened the chip by it. */
  readonly number: string;
  /** As the terminal read them from what is signed; it alone saw that. */
  readonly attributes: ResidenceCardClaim['attributes'];
}

/**
 * Checks a statement by any document that the service takes: like `verifyStatement` for a My Number card; for a
 * residence card its issuer’s certificate and signature. One whose kind is not taken is `document-not-accepted`.
 */
export async function verifyDocumentStatement(
  jws: string,
  policy: DocumentPolicy,
): Promise<Outcome<VerifiedIdentification | VerifiedResidenceIdentification>> {
  const opened = await openIdentification(jws, policy);
  if (opened.status !== 'verified') return opened;
  const { card } = opened.value.claims;
  return card.kind === 'my-number-card'
    ? verifyMyNumberIdentification(opened.value, card, policy)
    : verifyResidenceIdentification(opened.value, card, policy);
}

async function verifyResidenceIdentification(
  { frame }: OpenedIdentification,
  card: ResidenceCardClaim,
  policy: DocumentPolicy,
): Promise<Outcome<VerifiedResidenceIdentification>> {
  if (policy.residenceCardAnchors.length === 0) return rejected(reason('document-not-accepted', card.kind));
  const { generation, number, attributes, proof } = card;
  const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
  const certificate = parseCertificate(bytes(proof.certificate));
  if (certificate.status === 'failed') return rejected(certificate.reason);
  const path = await validatePath({
    certificate: certificate.value,
    intermediates: [],
    anchors: policy.residenceCardAnchors,
    at: policy.at,
    keyUsage: 'digitalSignature',
  });
  if (path.status !== 'verified') return path;
  const digest = bytes(proof.digest);
  if (digest.length !== 32) return rejected(reason('card-proof-invalid', 'the digest has another length'));
  const signature = verifyResidenceCardSignature({
    scheme: generation,
    publicKey: certificate.value.publicKey,
    digest,
    checkCode: bytes(proof.checkCode),
  });
  if (signature.status !== 'verified') return signature;
  return verified(
    { ...frame, document: 'residence-card', proof: 'issuer-signature', generation, number, attributes },
    [...path.reasons, reason('issuer-signature-only')],
  );
}
