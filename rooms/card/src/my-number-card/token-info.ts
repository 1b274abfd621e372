/** What an application says it is made for, by the label of JPKI EF 0006. */
export type TokenKind = 'my-number-card' | 'basic-resident-card' | 'android' | 'iphone' | 'unknown';

/** JPKI EF 0006, a PKCS #11 CK_TOKEN_INFO of 160 bytes. Text fields are without padding. */
export interface TokenInfo {
  readonly kind: TokenKind;
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
  /** What follows the text fields; null where the file ends before it. */
  readonly details: TokenDetails | null;
}

export interface TokenDetails {
  /** CKF_… bits (PKCS #11 §3.2). */
  readonly flags: number;
  readonly longestPin: number;
  readonly shortestPin: number;
  /** Major and minor number, such as `1.0`. */
  readonly hardwareVersion: string;
  readonly firmwareVersion: string;
}
