import type { KeyObject } from 'node:crypto';
import type { Outcome } from '@honnin/outcome';
import type { RevocationSource } from './revocation-source.ts';
import type { UnverifiedCertificate } from './unverified-certificate.ts';
import type { VerifiedChain } from './verified-chain.ts';

export function signStatement(options: {
  readonly payload: Record<string, unknown>;
  readonly type: string;
  readonly privateKey: KeyObject;
  readonly chain: readonly Uint8Array[];
}): Promise<string> {
  throw new Error(`not built yet (${options.type})`);
}

export function openStatement(
  jws: string,
  options: {
    readonly type: string;
    readonly anchors: readonly UnverifiedCertificate[];
    readonly at: Date;
    readonly revocation?: RevocationSource;
  },
): Promise<Outcome<{ readonly payload: unknown; readonly chain: VerifiedChain }>> {
  throw new Error(`not built yet (${jws.length} ${options.type})`);
}
