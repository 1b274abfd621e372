import type { Attempt } from '@honnin/outcome';
import type { ApplicationInfo } from './application-info.ts';
import type { CardObjects } from './card-objects.ts';
import type { CertificateAvailability } from './certificate-availability.ts';
import type { CommonRecord } from './common-record.ts';
import type { SecretCheck } from './secret-check.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import type { SpendOptions } from './spend-options.ts';
import type {
  TextInputOptions,
  TextInputSecret,
  UnverifiedTextAttributes,
  UnverifiedTextInputKey,
} from './text-attributes.ts';
import type { TokenInfo } from './token-info.ts';
import type { UnverifiedCardFace } from './unverified-card-face.ts';
import type { UnverifiedAgeRecord, UnverifiedMyNumberImage } from './unverified-signed-record.ts';

/** The secrets whose counters can be asked. */
export type SecretName =
  | 'authentication-pin'
  | 'signature-password'
  | 'matching-number-b'
  | 'matching-number-a'
  /** Opens the age record: the birth date in era years, 6 digits. */
  | 'birth-date'
  | 'text-input-pin'
  | 'text-input-matching-number-b'
  | 'text-input-matching-number-a'
  | 'common-pin'
  | 'resident-register-pin';

/** The secrets that their holder may change. */
export type ChangeableSecretName =
  | 'authentication-pin'
  | 'signature-password'
  | 'text-input-pin'
  | 'common-pin'
  | 'resident-register-pin';

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
  /** The data objects of the card manager: municipality, expiry, identifiers, certificates. */
  readCardObjects(): Promise<Attempt<CardObjects>>;
  /** 16 bytes, of no public meaning. */
  readKeyReference(application: 'common' | 'resident-register'): Promise<Attempt<Uint8Array>>;
  readApplicationInfo(application: 'card-face' | 'text-input'): Promise<Attempt<ApplicationInfo>>;

  /** Asks the counter; spends nothing. 0 means locked. */
  triesLeft(secret: SecretName): Promise<Attempt<number>>;

  /**
   * Presents the secret that holds and sets the next one; both have the form of that secret. The counter is
   * asked first and the last try is kept, as with every secret. `accepted` means that the next one holds now.
   */
  changeSecret(
    secret: ChangeableSecretName,
    secrets: { readonly current: Uint8Array; readonly next: Uint8Array },
    options?: SpendOptions,
  ): Promise<Attempt<SecretCheck>>;

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
  /**
   * Signs by any of the card's schemes, 256 bytes; `secret-required` without the key's secret. Throws
   * RangeError for data of a length that the scheme does not take.
   */
  sign(
    key: 'authentication' | 'signature',
    scheme: SignatureScheme,
    data: Uint8Array,
  ): Promise<Attempt<Uint8Array>>;

  /** Presents matching number B (14 ASCII digits) to the card-face application. */
  openCardFace(matchingNumberB: Uint8Array, options?: SpendOptions): Promise<Attempt<SecretCheck>>;
  /** Reads the card-face record; `secret-required` before `openCardFace`. Nothing of it is verified yet. */
  readCardFace(): Promise<Attempt<UnverifiedCardFace>>;
  /**
   * Presents the birth date (6 ASCII digits YYMMDD, in era years) and reads the age record: how old the holder
   * is, without photo, name and sex. A refused one is `matching-number-wrong` or `matching-number-locked`.
   */
  readAgeRecord(birthDate: Uint8Array, options?: SpendOptions): Promise<Attempt<UnverifiedAgeRecord>>;
  /**
   * Presents matching number A, which is the My Number itself (12 ASCII digits), and reads its image. The law
   * allows that for few purposes: nothing of Honnin's own services calls it.
   */
  readMyNumberImage(
    matchingNumberA: Uint8Array,
    options?: SpendOptions,
  ): Promise<Attempt<UnverifiedMyNumberImage>>;
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
    options?: TextInputOptions,
  ): Promise<Attempt<UnverifiedTextAttributes>>;
  /** The text-input application's own key; `secret-required` before `readTextAttributes`. */
  readTextInputKey(): Promise<Attempt<UnverifiedTextInputKey>>;
  /** Lets that key sign the SHA-256 of `challenge`, as `proveCardFaceKey` does; needs no secret. */
  proveTextInputKey(challenge: Uint8Array): Promise<Attempt<Uint8Array>>;
  /** The card-verifiable certificate (object 7F21 with its header) of the text-input issuer's key. */
  readTextInputIssuer(): Promise<Attempt<Uint8Array>>;

  /**
   * INTERNAL AUTHENTICATE of the common application (sha256WithRSA over 1 to 255 bytes); needs no secret. The
   * public half is not on the card, so only whoever issued it can check the answer.
   */
  proveCommonKey(challenge: Uint8Array): Promise<Attempt<Uint8Array>>;

  /**
   * Signs a SHA-256 digest with the authentication key without a PIN. An extension that only Honnin's
   * simulated card has (see VERIFIER_EXTENSION); a real card gives `extension-not-offered`.
   */
  signAuthorisedByVerifier(sha256: Uint8Array): Promise<Attempt<Uint8Array>>;
}
