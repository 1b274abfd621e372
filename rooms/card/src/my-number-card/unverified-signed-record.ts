import type { RsaPublicKeyBytes } from './unverified-card-face.ts';

/** What the age record and the My Number image have in common; nothing of it is verified yet. */
export interface UnverifiedSignedRecord {
  /** The key of the card-face application, as in the card-face record. */
  readonly publicKey: RsaPublicKeyBytes;
  /** Raw objects before the signature: what it covers (sha256WithRSA, by the issuer of EF 0004). */
  readonly signedObjects: Uint8Array;
  /** 256 bytes. */
  readonly signature: Uint8Array;
}

/** EF 0001 of the card-face application: how old the holder is, and nothing else about them. */
export interface UnverifiedAgeRecord extends UnverifiedSignedRecord {
  /** YYYY-MM-DD. */
  readonly birthDate: string;
}

/** EF 0005 of the card-face application. Disposing of it wipes the image. */
export interface UnverifiedMyNumberImage extends UnverifiedSignedRecord, Disposable {
  /** PNG, 1 bit, of the twelve digits. */
  readonly image: Uint8Array;
}
