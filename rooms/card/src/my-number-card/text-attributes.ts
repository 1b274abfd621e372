import type { SexCode } from './sex-code.ts';

/** What opens the four attributes: matching number B (14 ASCII digits), or the application's PIN (4 digits). */
export type TextInputSecret =
  | { readonly matchingNumberB: Uint8Array }
  | { readonly textInputPin: Uint8Array };

/** The four attributes as text, with what proves them; nothing of it is verified yet. */
export interface UnverifiedTextAttributes {
  /** Family name, U+3000, given name. */
  readonly name: string;
  readonly address: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly sex: SexCode;
  /** Raw objects DF22 to DF25, whose SHA-256 is `attributesDigest`. */
  readonly attributeObjects: Uint8Array;
  /** Value of DF32. */
  readonly attributesDigest: Uint8Array;
  /** Raw objects DF31 and DF32, which `signature` covers (sha256WithRSA). */
  readonly signedObjects: Uint8Array;
  /** Value of DF33. */
  readonly signature: Uint8Array;
}
