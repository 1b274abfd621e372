import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';

/** A path that holds. */
export interface VerifiedChain {
  /** The certificate that was asked about. */
  readonly certificate: UnverifiedCertificate;
  /** From the certificate up to, but without, the anchor. */
  readonly path: readonly UnverifiedCertificate[];
  readonly anchor: UnverifiedCertificate;
  /** The moment for which the path holds. */
  readonly at: Date;
  /**
   * Whether revocation was asked for every certificate of the path and was good, was asked without an answer (and
   * the caller lets that pass with a remark), or was not asked at all.
   */
  readonly revocation: 'good' | 'unknown' | 'not-checked';
  /** As of when nothing was revoked: the oldest information that counted. Null where that is not known. */
  readonly revocationAsOf: Date | null;
  /** The certificate has expired, and is within the grace that the caller allowed. */
  readonly inGrace: boolean;
  /** Policies that the path is good for (RFC 5280 §6.1.6, user-constrained-policy-set); may hold anyPolicy. */
  readonly policies: readonly string[];
}
