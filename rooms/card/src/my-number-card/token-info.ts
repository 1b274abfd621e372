/** What an application says it is made for, by the label of JPKI EF 0006. */
export type TokenKind = 'my-number-card' | 'basic-resident-card' | 'android' | 'iphone' | 'unknown';

/** JPKI EF 0006, a PKCS #11 CK_TOKEN_INFO. Text fields are without padding. */
export interface TokenInfo {
  readonly kind: TokenKind;
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
}
