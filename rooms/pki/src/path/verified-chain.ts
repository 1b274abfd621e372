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
  /** Whether revocation was asked for every certificate of the path (and was good), or not at all. */
  readonly revocation: 'good' | 'not-checked';
  /** The certificate has expired, and is within the grace that the caller allowed. */
  readonly inGrace: boolean;
}
