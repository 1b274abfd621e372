import type { Attempt } from '@honnin/outcome';
import type { CertificateAvailability } from './certificate-availability.ts';
import type { CommonRecord } from './common-record.ts';
import type { SecretCheck } from './secret-check.ts';
import type { TextInputSecret, UnverifiedTextAttributes } from './text-attributes.ts';
import type { TokenInfo } from './token-info.ts';
import type { UnverifiedCardFace } from './unverified-card-face.ts';

/** The secrets whose counters can be asked. */
export type SecretName =
  | 'authentication-pin'
  | 'signature-password'
  | 'matching-number-b'
  | 'matching-number-a'
  | 'text-input-pin';

/** How a secret is spent. */
export interface SpendOptions {
  /**
   * Present the secret even when a wrong one would lock it. Without it the last try is kept, and the call
   * fails with `pin-last-try` or `matching-number-last-try`: set it only when the person knows.
   */
  readonly spendLastTry?: boolean;
}

/**
 * A My Number card in an exclusive session. Calls are queued: they may be made side by side. Reading another
 * application forgets a presented secret (the card clears its security status on SELECT of a DF), and what
 * needed it then fails with `secret-required`.
 *
 * Every call may fail as `CardConnection.transmit` does, and with `card-data-malformed`, `response-torn` or
 * `card-answered-error`. Secrets are the caller's: they are not kept, and not wiped.
 */
export interface MyNumberCard {
  /** X.509 DER, filler removed; needs no secret. */
  readAuthenticationCertificate(): Promise<Attempt<Uint8Array>>;
  readAuthenticationAuthority(): Promise<Attempt<Uint8Array>>;
  readSignatureAuthority(): Promise<Attempt<Uint8Array>>;
  readTokenInfo(): Promise<Attempt<TokenInfo>>;
  readCertificateAvailability(): Promise<Attempt<CertificateAvailability>>;
  readCommonRecord(): Promise<Attempt<CommonRecord>>;

  /** Asks the counter; spends nothing. 0 means locked. */
  triesLeft(secret: SecretName): Promise<Attempt<number>>;

  /** `pin`: 4 ASCII digits. The counter is asked first, and the last try is kept (see SpendOptions). */
  verifyAuthenticationPin(pin: Uint8Array, options?: SpendOptions): Promise<Attempt<SecretCheck>>;
  /** Signs a SHA-256 digest (32 bytes) by RSASSA-PKCS1-v1_5; `secret-required` without the PIN. */
  signForAuthentication(sha256: Uint8Array): Promise<Attempt<Uint8Array>>;

  /** `password`: 6 to 16 ASCII characters A–Z 0–9; lower case is presented in upper case. */
  verifySignaturePassword(password: Uint8Array, options?: SpendOptions): Promise<Attempt<SecretCheck>>;
  /** Presents the password and reads; a refused one is `pin-wrong` or `pin-locked`. */
  readSignatureCertificate(password: Uint8Array, options?: SpendOptions): Promise<Attempt<Uint8Array>>;
  /** Signs with the signature key; `secret-required` without the password. */
  signForSignature(sha256: Uint8Array): Promise<Attempt<Uint8Array>>;

  /** Presents matching number B (14 ASCII digits) to the card-face application. */
  openCardFace(matchingNumberB: Uint8Array, options?: SpendOptions): Promise<Attempt<SecretCheck>>;
  /** Reads the card-face record; `secret-required` before `openCardFace`. Nothing of it is verified yet. */
  readCardFace(): Promise<Attempt<UnverifiedCardFace>>;
  /** The card-verifiable certificate (object 7F21 with its header) of the card-face issuer's key. */
  readCardFaceIssuer(): Promise<Attempt<Uint8Array>>;
  /**
   * Lets the card's own key (whose public half is in the card-face record) sign the SHA-256 of `challenge`,
   * RSASSA-PKCS1-v1_5; needs no secret.
   */
  proveCardFaceKey(challenge: Uint8Array): Promise<Attempt<Uint8Array>>;

  /**
   * Presents the secret to the text-input application and reads the four attributes; a refused secret is
   * `pin-wrong`, `pin-locked`, `matching-number-wrong` or `matching-number-locked`. The My Number itself is
   * never read.
   */
  readTextAttributes(
    secret: TextInputSecret,
    options?: SpendOptions,
  ): Promise<Attempt<UnverifiedTextAttributes>>;
  /** The card-verifiable certificate (object 7F21 with its header) of the text-input issuer's key. */
  readTextInputIssuer(): Promise<Attempt<Uint8Array>>;

  /**
   * Signs a SHA-256 digest with the authentication key without a PIN. An extension that only Honnin's
   * simulated card has (see VERIFIER_EXTENSION); a real card gives `extension-not-offered`.
   */
  signAuthorisedByVerifier(sha256: Uint8Array): Promise<Attempt<Uint8Array>>;
}
