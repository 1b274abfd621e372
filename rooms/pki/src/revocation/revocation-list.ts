import type { DistinguishedName } from '../certificate/distinguished-name.ts';
import type { DistributionPoint } from '../certificate/distribution-point.ts';
import type { AlgorithmName, RawExtension } from '../certificate/unverified-certificate.ts';
import type { RevocationReason } from './revocation-source.ts';

/** When and why a certificate was revoked. */
export interface Revocation {
  readonly at: Date;
  readonly reason: RevocationReason;
}

/** Which certificates a list speaks of (issuingDistributionPoint, RFC 5280 §5.2.5). */
export interface ListScope {
  /** Distribution point names, as in `DistributionPoint.names`; null for all. */
  readonly names: readonly string[] | null;
  readonly onlyHolders: boolean;
  readonly onlyAuthorities: boolean;
  readonly onlyAttributes: boolean;
  /** Bits of ReasonFlags; null for all reasons. */
  readonly reasons: ReadonlySet<number> | null;
  /** It may name certificates of other issuers than its own. */
  readonly indirect: boolean;
}

/** A revocation list that could be read; nothing about it is believed yet. */
export interface UnverifiedRevocationList {
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  /** Lower-case hexadecimal of the extension's value, or null. */
  readonly authorityKeyIdentifier: string | null;
  /** cRLNumber (§5.2.3), or null. */
  readonly number: bigint | null;
  /** The number of the list that this one adds to, for a delta list (§5.2.4); null for a complete one. */
  readonly baseNumber: bigint | null;
  /** The encoded scope as signed: a delta list and its base have the same one (§5.2.4). */
  readonly scopeDer: Uint8Array | null;
  readonly scope: ListScope;
  /** Where delta lists to this one are published (§5.2.6). */
  readonly freshestListPoints: readonly DistributionPoint[];
  /** By serial number; see `lineKey` for certificates of other issuers. */
  readonly revoked: ReadonlyMap<string, Revocation>;
  /** Lines of a delta list that take a certificate off the list (removeFromCRL, §5.3.1); keys as in `revoked`. */
  readonly removed: ReadonlySet<string>;
  /** Some certificate has more than one line; the last one counts. */
  readonly repeats: boolean;
  readonly extensions: readonly RawExtension[];
  /** A critical extension that is not known keeps the list from being used (§5.2, §5.3): which one, or null. */
  readonly unusable: string | null;
  readonly toBeSigned: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: AlgorithmName;
}

/** The key of a certificate's line: its serial number, with its issuer where that is not the list's. */
export function lineKey(
  listIssuer: DistinguishedName,
  certificateIssuer: DistinguishedName,
  serialNumber: string,
): string {
  return listIssuer.canonical === certificateIssuer.canonical
    ? serialNumber
    : `${serialNumber} ${certificateIssuer.canonical}`;
}
