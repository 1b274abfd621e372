import type { Reason } from '@honnin/outcome';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';

/** What a source knows about one certificate. `unknown` is neither good nor bad: it could not be found out. */
export type RevocationStatus =
  | { readonly kind: 'good' }
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

/** Where revocation is asked. The operator plugs in what they are entitled to use. */
export interface RevocationSource {
  /** Never throws for an expected cause: an answer that cannot be had is `unknown` with its reason. */
  statusOf(
    certificate: UnverifiedCertificate,
    issuer: UnverifiedCertificate,
    at: Date,
  ): Promise<RevocationStatus>;
}
