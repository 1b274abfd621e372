import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  CertificateList,
  CRLReason,
  IssuingDistributionPoint,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  id_ce_deltaCRLIndicator,
  id_ce_issuingDistributionPoint,
  type RevokedCertificate,
} from '@peculiar/asn1-x509';
import { bytesOf, decodeDer } from './decode-der.ts';
import type { DistinguishedName } from './distinguished-name.ts';
import { readAlgorithm, sameAlgorithm } from './read-algorithm.ts';
import { readDistinguishedName } from './read-distinguished-name.ts';
import { readGeneralNames } from './read-general-names.ts';
import { readSerialNumber } from './read-serial-number.ts';
import { readTime } from './read-time.ts';
import { revocationReasonOf } from './revocation-reason-codes.ts';
import type { RevocationReason } from './revocation-source.ts';
import type { AlgorithmName } from './unverified-certificate.ts';

/** When and why a certificate was revoked. */
export interface Revocation {
  readonly at: Date;
  readonly reason: RevocationReason;
}

/** Which certificates a list speaks of (RFC 5280 §5.2.5). */
export interface ListScope {
  /** Distribution point names, as in `UnverifiedCertificate.revocationListNames`; null for all. */
  readonly names: readonly string[] | null;
  readonly onlyHolders: boolean;
  readonly onlyAuthorities: boolean;
}

/** A revocation list that could be read; nothing about it is believed yet. */
export interface UnverifiedRevocationList {
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly scope: ListScope;
  /** By serial number. */
  readonly revoked: ReadonlyMap<string, Revocation>;
  /** Why the list may not be used alone as a complete list, or null. */
  readonly unusable: string | null;
  readonly toBeSigned: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: AlgorithmName;
}

/** A national list may have hundreds of thousands of lines. */
const maximumBytes = 32 * 1024 * 1024;

/** Reads the lines; a critical extension of a line that is not known makes the whole list unusable (§5.3). */
function readLines(lines: readonly RevokedCertificate[]): {
  readonly revoked: Map<string, Revocation>;
  readonly unusable: string | null;
} {
  const revoked = new Map<string, Revocation>();
  let unusable: string | null = null;
  for (const { userCertificate, revocationDate, crlEntryExtensions } of lines) {
    let why: RevocationReason = 'unspecified';
    for (const { extnID, critical, extnValue } of crlEntryExtensions ?? []) {
      if (extnID === id_ce_cRLReasons)
        why = revocationReasonOf(AsnConvert.parse(extnValue.buffer, CRLReason).reason) ?? 'unspecified';
      else if (critical) unusable = `critical extension ${extnID} of a line (RFC 5280 §5.3)`;
    }
    revoked.set(readSerialNumber(userCertificate), { at: readTime(revocationDate), reason: why });
  }
  return { revoked, unusable };
}

function readScope(point: IssuingDistributionPoint | null): ListScope {
  return {
    names:
      point?.distributionPoint === undefined
        ? null
        : readGeneralNames(point.distributionPoint.fullName ?? []),
    onlyHolders: point?.onlyContainsUserCerts ?? false,
    onlyAuthorities: point?.onlyContainsCACerts ?? false,
  };
}

function whyPartial(point: IssuingDistributionPoint | null): string | null {
  if (point === null) return null;
  if (point.indirectCRL) return 'indirect list (RFC 5280 §5.2.5)';
  if (point.onlySomeReasons !== undefined) return 'only some reasons (RFC 5280 §5.2.5)';
  return point.onlyContainsAttributeCerts ? 'only attribute certificates (RFC 5280 §5.2.5)' : null;
}

function read(der: Uint8Array): UnverifiedRevocationList {
  const list = decodeDer(der, CertificateList, maximumBytes);
  const { tbsCertList: body, tbsCertListRaw } = list;
  if (tbsCertListRaw === undefined) throw new Error('no signed part');
  const signatureAlgorithm = readAlgorithm(list.signatureAlgorithm);
  if (!sameAlgorithm(signatureAlgorithm, readAlgorithm(body.signature)))
    throw new Error('the two signature algorithms differ (RFC 5280 §5.1.1.2)');
  const extensions = body.crlExtensions ?? [];
  const named = extensions.find(({ extnID }) => extnID === id_ce_issuingDistributionPoint);
  const point =
    named === undefined ? null : decodeDer(bytesOf(named.extnValue.buffer), IssuingDistributionPoint);
  const delta = extensions.some(({ extnID }) => extnID === id_ce_deltaCRLIndicator);
  const unknown = extensions.find(
    ({ extnID, critical }) =>
      critical && extnID !== id_ce_issuingDistributionPoint && extnID !== id_ce_cRLNumber,
  );
  const { revoked, unusable } = readLines(body.revokedCertificates ?? []);
  return {
    issuer: readDistinguishedName(body.issuer),
    thisUpdate: readTime(body.thisUpdate),
    nextUpdate: body.nextUpdate === undefined ? null : readTime(body.nextUpdate),
    scope: readScope(point),
    revoked,
    unusable: delta
      ? 'delta list (RFC 5280 §5.2.4)'
      : unknown === undefined
        ? (whyPartial(point) ?? unusable)
        : `critical extension ${unknown.extnID} (RFC 5280 §5.2)`,
    toBeSigned: bytesOf(tbsCertListRaw),
    signature: bytesOf(list.signature),
    signatureAlgorithm,
  };
}

/**
 * Reads a certificate revocation list (DER). Reading believes nothing: signature, dates and scope are for
 * `createListRevocationSource`. Reading a large list takes long; keep the result. Fails with
 * `revocation-list-malformed`.
 */
export function parseRevocationList(der: Uint8Array): Attempt<UnverifiedRevocationList> {
  try {
    return done(read(der));
  } catch (error) {
    return failed(
      reason('revocation-list-malformed', error instanceof Error ? error.message : String(error)),
    );
  }
}
