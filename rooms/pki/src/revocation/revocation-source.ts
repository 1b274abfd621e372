import type { Outcome, Reason } from '@honnin/outcome';
import type { AlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';

/** What a source knows about one certificate. `unknown` is neither good nor bad: it could not be found out. */
export type RevocationStatus =
  /** `asOf`: the moment that the information speaks of; its age is for the caller to judge. */
  | { readonly kind: 'good'; readonly asOf?: Date }
  | { readonly kind: 'revoked'; readonly at: Date; readonly reason: RevocationReason }
  | { readonly kind: 'unknown'; readonly reason: Reason };

/** Reason codes of RFC 5280 §5.3.1, in kebab-case. */
export type RevocationReason =
  | 'unspecified'
  | 'key-compromise'
  | 'authority-compromise'
  | 'affiliation-changed'
  | 'superseded'
  | 'cessation-of-operation'
  | 'certificate-hold'
  | 'privilege-withdrawn'
  | 'attribute-authority-compromise';

/** The path in which a status is asked; it lets a source find and believe others than the issuer. */
export interface RevocationContext {
  /** The certificates above the one in question, and the anchor: each of them is checked by itself. */
  readonly above: readonly UnverifiedCertificate[];
  /** Certificates that were sent along; the signer of a list or an answer may be among them. */
  readonly candidates: readonly UnverifiedCertificate[];
  readonly floor: AlgorithmFloor;
  /** Whether issuers of lists are held to RFC 5280 §5 where readers may tolerate more. */
  readonly profile: 'tolerated' | 'enforced';
  /** Whether the signer of a list has a path to the same anchor (RFC 5280 §6.3.3 (f)), revocation included. */
  pathOf(signer: UnverifiedCertificate): Promise<Outcome<unknown>>;
}

/** Where revocation is asked. The operator plugs in what they are entitled to use. */
export interface RevocationSource {
  /** Never throws for an expected cause: an answer that cannot be had is `unknown` with its reason. */
  statusOf(
    certificate: UnverifiedCertificate,
    issuer: UnverifiedCertificate,
    at: Date,
    context?: RevocationContext,
  ): Promise<RevocationStatus>;
}
