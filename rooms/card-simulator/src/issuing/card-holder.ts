/**
 * The person a test card is issued to, and what is printed on and stored in their card. All dates are
 * Gregorian `YYYY-MM-DD`.
 */
export interface CardHolder {
  /** Short name of the card in a demo or a test; it is not written into the chip. */
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  /** JIS X 0303: 1 male, 2 female, 0 not known, 9 not applicable. */
  readonly sex: '0' | '1' | '2' | '9';
  readonly address: string;
  readonly postCode?: string;
  /** Five digits of the municipality that issued the card. */
  readonly municipalityCode: string;
  /** Twelve digits; invented ones only. */
  readonly myNumber: string;
  readonly expiryDate: string;
  /** Four digits printed beside the expiry date; part of matching number B. */
  readonly securityCode: string;
  /** Four digits. Without it the card is one of those issued without a PIN: its PIN keys are never usable. */
  readonly pin?: string;
  /** PIN of the text-input application; the same as `pin` when left out. */
  readonly textInputPin?: string;
  /** 6 to 16 of A-Z and 0-9. Without it the card has no signature certificate (as for children under 15). */
  readonly signaturePassword?: string;
  /** JPEG 2000 (JP2); null for a card without a photo (infants). */
  readonly photo: Uint8Array | null;
  /** PNG of the printed name and address. */
  readonly nameImage: Uint8Array;
  readonly addressImage: Uint8Array;
  readonly securityCodeImage?: Uint8Array;
  readonly myNumberImage?: Uint8Array;
  /** Validity of the certificates; five years from `now` when left out. */
  readonly certificate?: { readonly notBefore: Date; readonly notAfter: Date };
}
