/** Record 1 of the common application; readable without a secret. */
export interface CommonRecord {
  /** 15 digits. */
  readonly serial: string;
  /** 5 digits. */
  readonly municipalityCode: string;
  /** YYYY-MM-DD. */
  readonly expiryDate: string;
}
