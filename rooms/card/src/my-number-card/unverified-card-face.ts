import type { SexCode } from './sex-code.ts';

/** An RSA public key as the card writes it: unsigned big-endian integers. */
export interface RsaPublicKeyBytes {
  readonly exponent: Uint8Array;
  readonly modulus: Uint8Array;
}

/**
 * The card-face record (card-face application EF 0002) as read; nothing of it is verified yet. Disposing of
 * it wipes photo and images.
 */
export interface UnverifiedCardFace extends Disposable {
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  /** JIS X 0303: 1 male, 2 female, 0 not known, 9 not applicable. */
  readonly sex: SexCode;
  /** Public half of the key that `MyNumberCard.proveCardFaceKey` uses. */
  readonly publicKey: RsaPublicKeyBytes;
  /** PNG, 1 bit. */
  readonly nameImage: Uint8Array;
  /** PNG, 1 bit. */
  readonly addressImage: Uint8Array;
  /** JPEG 2000 (JP2), grey; null on a card without a photo. */
  readonly photo: Uint8Array | null;
  /** 256 bytes, by the issuer's key, over `signedParts`. */
  readonly signature: Uint8Array;
  /** YYYY-MM-DD; not covered by the signature. */
  readonly expiryDate: string;
  /** PNG; not covered by the signature. */
  readonly securityCodeImage: Uint8Array;
  /** Raw objects DF22 to DF24, DF25 and DF26, DF27: each is hashed by itself in the signed structure. */
  readonly signedParts: readonly [Uint8Array, Uint8Array, Uint8Array];
}
