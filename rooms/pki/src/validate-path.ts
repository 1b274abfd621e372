import type { Outcome } from '@honnin/outcome';
import type { KeyUsage } from './key-usage.ts';
import type { RevocationSource } from './revocation-source.ts';
import type { UnverifiedCertificate } from './unverified-certificate.ts';
import type { VerifiedChain } from './verified-chain.ts';

export interface PathOptions {
  readonly certificate: UnverifiedCertificate;
  readonly intermediates: readonly UnverifiedCertificate[];
  readonly anchors: readonly UnverifiedCertificate[];
  readonly at: Date;
  readonly keyUsage: KeyUsage;
  readonly revocation?: RevocationSource;
  readonly graceAfterExpiryMs?: number;
}

export function validatePath(options: PathOptions): Promise<Outcome<VerifiedChain>> {
  throw new Error(`not built yet (${options.keyUsage})`);
}
