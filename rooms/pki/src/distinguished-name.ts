/** A distinguished name as it stands in a certificate. */
export interface DistinguishedName {
  /** For people: RFC 4514 string, most specific part first. */
  readonly text: string;
  /** The encoding as it was signed; with the serial number it identifies a certificate. */
  readonly der: Uint8Array;
  /** For comparison by RFC 5280 §7.1 (case, width and white space folded); two names match when these are equal. */
  readonly canonical: string;
}
