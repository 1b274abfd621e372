import type { KeyObject } from 'node:crypto';
import type { CardFaceParts } from '../card-issuer/card-face-signature.ts';
import type { CardIssuerAnchor } from '../card-issuer/card-issuer-anchor.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { RevocationReason } from '../revocation/revocation-source.ts';
import type { TestAuthorityRecord } from './test-authority-record.ts';

/** The three X.509 authorities inside the test authority. */
export type TestIssuer = 'authentication' | 'signature' | 'terminal';

export interface AuthenticationCertificateRequest {
  /** RSA-2048. */
  readonly publicKey: KeyObject;
  /** The opaque subject identifier; no personal data. */
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface SignatureCertificateRequest extends AuthenticationCertificateRequest {
  /** Romanised municipality (L). */
  readonly locality: string;
  readonly name: string;
  readonly address: string;
  /** YYYY-MM-DD, Gregorian; written into the certificate with the Japanese era. */
  readonly birthDate: string;
  /** 1 male, 2 female, 3 other. */
  readonly sex: '1' | '2' | '3';
}

export interface TerminalCertificateRequest {
  /** P-256. */
  readonly publicKey: KeyObject;
  readonly commonName: string;
  readonly organisation: string;
  /** Default: the moment the authority was made or restored for. */
  readonly notBefore?: Date;
  /** Default: two years after `notBefore`. */
  readonly notAfter?: Date;
}

export interface TestAuthorityAnchors {
  readonly authentication: UnverifiedCertificate;
  readonly signature: UnverifiedCertificate;
  readonly terminal: UnverifiedCertificate;
  readonly cardFace: CardIssuerAnchor;
  readonly textInput: CardIssuerAnchor;
}

/**
 * An authority for tests, demonstrations and development. It is made at run time, nobody vouches for it, and
 * its private keys lie readable in its record: never trust its anchors where real people are served.
 */
export interface TestAuthority {
  readonly anchors: TestAuthorityAnchors;
  /** 7F21 certificate of the key that signs card-face records (EF 0004 of the card-face application). */
  readonly cardFaceCertificate: Uint8Array;
  /** 7F21 certificate of the key that signs text records (EF 0004 of the text-input application). */
  readonly textInputCertificate: Uint8Array;
  issueAuthenticationCertificate(request: AuthenticationCertificateRequest): Promise<Uint8Array>;
  issueSignatureCertificate(request: SignatureCertificateRequest): Promise<Uint8Array>;
  issueTerminalCertificate(request: TerminalCertificateRequest): Promise<Uint8Array>;
  /** The signature of object DF28 over the three parts of a card-face record. */
  signCardFace(parts: CardFaceParts): Uint8Array;
  /** sha256WithRSA by the card-face issuer: the age record and the My Number image record. */
  signCardFaceRecord(message: Uint8Array): Uint8Array;
  /** sha256WithRSA by the text-input issuer: DF33 over the objects DF31 and DF32, and DF52. */
  signTextInput(message: Uint8Array): Uint8Array;
  /** Puts a certificate on its issuer's list; a second call for the same certificate changes nothing. */
  revoke(
    serialNumber: string,
    at: Date,
    options?: { readonly issuer?: TestIssuer; readonly reason?: RevocationReason },
  ): void;
  /** The issuer's list as of `now`, valid for `lifetimeMs` (default 24 hours); issuer default: authentication. */
  certificateRevocationList(
    now: Date,
    options?: { readonly issuer?: TestIssuer; readonly lifetimeMs?: number },
  ): Promise<Uint8Array>;
  /**
   * Answers an OCSP request (RFC 6960) as of `now`, by a responder that the issuer in question has certified for
   * it. What was never issued here is called good too: a test authority keeps no register.
   */
  statusResponse(request: Uint8Array, now: Date): Promise<Uint8Array>;
  /** Everything that is needed to restore it, private keys included. */
  toJson(): TestAuthorityRecord;
}
