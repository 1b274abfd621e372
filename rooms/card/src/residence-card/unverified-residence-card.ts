/** Which of the two documents of the specification lies there. */
export type ResidenceCardType = 'residence-card' | 'special-permanent-resident-certificate';

/** First: 1 and 2 (3DES, RSA). Second: 05 and 06 (AES, ECDSA), issued since 2026. */
export type ResidenceCardGeneration = 'first' | 'second';

/**
 * Printed entries that a card of the second generation holds as text; a special permanent resident certificate
 * has no permission, work restriction or end of period. Codes are the issuer's own, as on the chip.
 */
export interface ResidenceEntries {
  /** YYYY-MM-DD. */
  readonly expiryDate: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  /** 1 male, 2 female, 3 not stated. */
  readonly sex: '1' | '2' | '3';
  /** Three characters of the issuer's table of nationalities and regions. */
  readonly nationality: string;
  /** Code of the status of residence. */
  readonly status: string;
  /** `YYMM` or `DDD`; `0000` without limit. */
  readonly period: string;
  readonly permissionKind: string | null;
  readonly permissionDate: string | null;
  /** 1 unrestricted, 2 by status, 4 as designated, 9 none. */
  readonly work: string | null;
  readonly periodEnd: string | null;
}

/** The issuer's signature as the card holds it, padding removed. */
export interface ResidenceCardSignature {
  /** First generation: RSASSA-PKCS1-v1_5, 256 bytes. Second: ECDSA on P-384 as r and s, 96 bytes (or in DER). */
  readonly checkCode: Uint8Array;
  /** X.509 DER of the key that made it. */
  readonly certificate: Uint8Array;
}

/**
 * The signed half of a residence card as read; nothing of it is verified yet. The first generation tells name,
 * birth date and all else only as the image of its front; the second has entries as text, and the name as an
 * image. Disposing of it wipes everything.
 */
export interface UnverifiedResidenceCard extends Disposable {
  readonly generation: ResidenceCardGeneration;
  readonly type: ResidenceCardType;
  /** The number by which the card was opened, 12 characters; outside the signature. */
  readonly number: string;
  /** JPEG 2000 in colour, a view on `signedData`; null on cards of holders under 16. */
  readonly photo: Uint8Array | null;
  /** TIFF (MMR), a view on `signedData`: the whole front in the first generation, the name in the second. */
  readonly image: Uint8Array;
  /** Null in the first generation. */
  readonly entries: ResidenceEntries | null;
  /** Null on cards of holders under 16: their chip is not signed. */
  readonly signature: ResidenceCardSignature | null;
  /** Byte for byte what the signature covers; photo and image are views on it, entries were read from it. */
  readonly signedData: Uint8Array;
}

/** What the issuer changes after the card was made; outside the signature. */
export interface UnverifiedResidenceBack {
  /** First generation: the newest address as text, when it was written, and the municipality's code. */
  readonly address: {
    readonly text: string;
    readonly writtenOn: string;
    readonly municipality: string;
  } | null;
  /** Second generation: the address as an image, TIFF (MMR). */
  readonly addressImage: Uint8Array | null;
  /** Permission for work outside the status: the issuer's text (first) or code (second). */
  readonly generalPermission: string | null;
  /** Second generation: YYYY-MM-DD. */
  readonly generalPermissionUntil: string | null;
  readonly individualPermission: string | null;
  /** An application for renewal or change is under way. */
  readonly renewalPending: boolean | null;
}
