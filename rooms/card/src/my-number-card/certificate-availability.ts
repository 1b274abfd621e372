/** Which certificates the card holds (JPKI EF 0008); a child under 15 usually has no signature certificate. */
export interface CertificateAvailability {
  readonly signature: boolean;
  readonly authentication: boolean;
}
