import type { SexCode } from './sex-code.ts';
import type { SpendOptions } from './spend-options.ts';
import type { RsaPublicKeyBytes } from './unverified-card-face.ts';

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
  /** Value of DF31: SHA-256 of the file with My Number, which is not read. */
  readonly myNumberDigest: Uint8Array;
  /** Value of DF32. */
  readonly attributesDigest: Uint8Array;
  /** Raw objects DF31 and DF32, which `signature` covers (sha256WithRSA). */
  readonly signedObjects: Uint8Array;
  /** Value of DF33. */
  readonly signature: Uint8Array;
}

/** How the four attributes are read. */
export interface TextInputOptions extends SpendOptions {
  /**
   * `secure-messaging`: names and address come encrypted under a session key, so that nobody overhears them
   * between card and reader. The secret itself is presented in clear before it, as the card wants it.
   */
  readonly protection?: 'clear' | 'secure-messaging';
}

/** EF 0007: the public half of the text-input application's own key, signed by the issuer; not verified yet. */
export interface UnverifiedTextInputKey {
  readonly publicKey: RsaPublicKeyBytes;
  /** Raw object DF51, which `signature` covers (sha256WithRSA). */
  readonly signedObjects: Uint8Array;
  /** Value of DF52. */
  readonly signature: Uint8Array;
}
