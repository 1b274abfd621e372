/** A distinguished name as it stands in a certificate. */
export interface DistinguishedName {
  /** For people: RFC 4514 string, most specific part first. */
  readonly text: string;
  /** The encoding as it was signed; with the serial number it identifies a certificate. */
  readonly der: Uint8Array;
  /** For comparison by RFC 5280 §7.1 (case, width and white space folded); two names match when these are equal. */
  readonly canonical: string;
  /** `canonical` of each relative name, the most general first: what name constraints compare. */
  readonly parts: readonly string[];
  /** Addresses in attributes of type emailAddress, which name constraints cover too (§4.2.1.10). */
  readonly mailAddresses: readonly string[];
}
