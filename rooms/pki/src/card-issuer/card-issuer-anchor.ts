import type { KeyObject } from 'node:crypto';

/** A trusted key of the authority that certifies card issuers' keys. */
export interface CardIssuerAnchor {
  /** The authority's 16-octet key identifier (証明者鍵ID), lower-case hexadecimal. */
  readonly keyId: string;
  readonly publicKey: KeyObject;
}
