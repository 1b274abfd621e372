import type { DocumentAttributes, UnverifiedDocument } from '@honnin/card';
import type { Outcome } from '@honnin/outcome';
import type { CardIssuerAnchor, UnverifiedCertificate } from '@honnin/pki';
import { type VerifiedCardFace, verifyCardFace } from './verify-card-face.ts';
import { type VerifiedResidenceCard, verifyResidenceCard } from './verify-residence-card.ts';

/** Whom a terminal trusts to sign documents; with no anchors of a kind, that kind stays undetermined. */
export interface DocumentAnchors {
  readonly cardFace: readonly CardIssuerAnchor[];
  readonly residenceCard: readonly UnverifiedCertificate[];
}

/** A document that proved itself, as far as its kind can. */
export type VerifiedDocument = {
  /** A view, wiped with the document that was read. */
  readonly photo: Uint8Array | null;
  readonly attributes: DocumentAttributes;
} & (
  | { readonly kind: 'my-number-card'; readonly cardFace: VerifiedCardFace }
  | {
      readonly kind: 'residence-card';
      readonly residenceCard: VerifiedResidenceCard;
      readonly number: string;
    }
);

/** Verifies a document by its kind; the remarks say what that kind cannot show. */
export async function verifyDocument(
  document: UnverifiedDocument,
  options: { readonly anchors: DocumentAnchors; readonly at: Date },
): Promise<Outcome<VerifiedDocument>> {
  const { photo, attributes } = document;
  if (document.kind === 'my-number-card') {
    const outcome = verifyCardFace({ ...document.proof, anchors: options.anchors.cardFace });
    if (outcome.status !== 'verified') return outcome;
    return { ...outcome, value: { kind: 'my-number-card', photo, attributes, cardFace: outcome.value } };
  }
  const outcome = await verifyResidenceCard({
    document,
    anchors: options.anchors.residenceCard,
    at: options.at,
  });
  if (outcome.status !== 'verified') return outcome;
  const { number } = document.proof;
  return {
    ...outcome,
    value: { kind: 'residence-card', photo, attributes, residenceCard: outcome.value, number },
  };
}
