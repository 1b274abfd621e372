import type { AlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { KeyUsage } from '../certificate/key-usage.ts';
import type { NameConstraints } from '../certificate/unverified-certificate.ts';
import type { PeerName } from './names/peer-name.ts';
import type { PolicyDemands } from './policies/check-policies.ts';

/** What a path is checked for: the inputs of RFC 5280 §6.1.1 without the certificates. */
export interface PathDemands {
  /** The moment at which every certificate must be valid. */
  readonly at: Date;
  /** Null where any use will do. */
  readonly keyUsage: KeyUsage | null;
  readonly extendedKeyUsage: string | undefined;
  readonly extendedKeyUsageMayBeMissing: boolean;
  /** Whether issuers that name purposes must name this one too. */
  readonly extendedKeyUsageOfIssuers: 'ignored' | 'limits';
  /** All of them must be names of the certificate. */
  readonly peerNames: readonly PeerName[];
  readonly graceAfterExpiryMs: number;
  readonly floor: AlgorithmFloor;
  readonly policies: PolicyDemands;
  /** initial-permitted-subtrees and initial-excluded-subtrees. */
  readonly names: NameConstraints;
  /** Whether a certificate that its issuer should not have made so is rejected; see `profileBreaches`. */
  readonly profile: 'tolerated' | 'enforced';
}
