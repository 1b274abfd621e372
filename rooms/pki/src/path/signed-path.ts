import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';

/** A path whose names and signatures chain; everything else is still to be checked. */
export interface SignedPath {
  /** From the certificate up to, but without, the anchor. */
  readonly path: readonly UnverifiedCertificate[];
  readonly anchor: UnverifiedCertificate;
}
