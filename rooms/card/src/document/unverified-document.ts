import type { SexCode } from '../my-number-card/sex-code.ts';
import type { UnverifiedCardFace } from '../my-number-card/unverified-card-face.ts';
import type { UnverifiedResidenceCard } from '../residence-card/unverified-residence-card.ts';

/** The documents that identify a person here. */
export type DocumentKind = 'my-number-card' | 'residence-card';

/** What a chip tells of its holder as text; null where it tells it as an image only, or not at all. */
export interface DocumentAttributes {
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  /** JIS X 0303: 1 male, 2 female, 0 not known, 9 not applicable. */
  readonly sex: SexCode | null;
  /** The issuer's code of three characters. */
  readonly nationality: string | null;
  /** YYYY-MM-DD. */
  readonly expiryDate: string | null;
}

/** What was read of a document, with what its proof needs; nothing is verified yet. Disposing wipes it. */
export type UnverifiedDocument = UnverifiedMyNumberDocument | UnverifiedResidenceDocument;

interface Reading extends Disposable {
  /** JPEG 2000; null where the chip has none (small children). */
  readonly photo: Uint8Array | null;
  readonly attributes: DocumentAttributes;
}

export interface UnverifiedMyNumberDocument extends Reading {
  readonly kind: 'my-number-card';
  /** Signed by the issuer, and answered by the card's own key. */
  readonly proof: {
    readonly cardFace: UnverifiedCardFace;
    readonly issuerCertificate: Uint8Array;
    readonly challenge: Uint8Array;
    readonly keySignature: Uint8Array;
  };
}

export interface UnverifiedResidenceDocument extends Reading {
  readonly kind: 'residence-card';
  /** Signed by the issuer; the chip has no key of its own. */
  readonly proof: UnverifiedResidenceCard;
}
