import { type Attempt, done, failed, reason } from '@honnin/outcome';
import {
  booleanOf,
  serialNumberOf,
  smallNumberOf,
  takeTime,
  wholeOctetsOf,
} from '../certificate/der-primitives.ts';
import {
  contextTag,
  type DerReader,
  derTag,
  enterDer,
  onlyDer,
  DerReader as Reader,
} from '../certificate/der-reader.ts';
import type { DistinguishedName } from '../certificate/distinguished-name.ts';
import { extensionId } from '../certificate/extension-id.ts';
import { sameAlgorithm, takeAlgorithm } from '../certificate/take-algorithm.ts';
import { takeDistinguishedName } from '../certificate/take-distinguished-name.ts';
import { takeExtensions } from '../certificate/take-extensions.ts';
import { distributionPointNames } from '../certificate/take-general-names.ts';
import type { AlgorithmName, RawExtension } from '../certificate/unverified-certificate.ts';
import { revocationReasonOf } from './revocation-reason-codes.ts';
import type { RevocationReason } from './revocation-source.ts';

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

/** A national list may have a million lines. */
const maximumBytes = 64 * 1024 * 1024;

interface Lines {
  readonly revoked: ReadonlyMap<string, Revocation>;
  readonly unusable: string | null;
}

/** Reads the lines; a critical extension of a line that is not known makes the whole list unusable (§5.3). */
function readLines(lines: DerReader): Lines {
  const revoked = new Map<string, Revocation>();
  let unusable: string | null = null;
  while (!lines.atEnd) {
    const line = lines.enter(derTag.sequence);
    const serialNumber = serialNumberOf(line.take(derTag.integer).contents);
    const at = takeTime(line);
    let why: RevocationReason = 'unspecified';
    for (const { oid, critical, value } of line.atEnd ? [] : takeExtensions(line)) {
      if (oid === extensionId.reasonCode)
        why = revocationReasonOf(smallNumberOf(onlyDer(value, derTag.enumerated))) ?? 'unspecified';
      else if (critical) unusable = `critical extension ${oid} of a line (RFC 5280 §5.3)`;
    }
    line.end();
    revoked.set(serialNumber, { at, reason: why });
  }
  return { revoked, unusable };
}

/** The issuingDistributionPoint extension (RFC 5280 §5.2.5), and why it makes the list less than complete. */
function readScope(value: Uint8Array | undefined): {
  readonly scope: ListScope;
  readonly partial: string | null;
} {
  const fields = value === undefined ? new Reader(new Uint8Array()) : enterDer(value, derTag.sequence);
  const flag = (number: number): boolean => {
    const field = fields.takeOptional(contextTag(number, 'primitive'));
    return field !== null && booleanOf(field.contents);
  };
  const point = fields.takeOptional(contextTag(0, 'constructed'));
  const onlyHolders = flag(1);
  const onlyAuthorities = flag(2);
  const someReasons = fields.takeOptional(contextTag(3, 'primitive')) !== null;
  const indirect = flag(4);
  const onlyAttributes = flag(5);
  fields.end();
  const names = point === null ? null : distributionPointNames(new Reader(point.contents));
  const partial = [
    indirect && 'indirect list',
    someReasons && 'only some reasons',
    onlyAttributes && 'only attribute certificates',
  ].find((text) => text !== false);
  return {
    scope: { names, onlyHolders, onlyAuthorities },
    partial: partial === undefined ? null : `${partial} (RFC 5280 §5.2.5)`,
  };
}

/** Critical extensions of the list itself that are not processed (§5.2); a delta list is one of them (§5.2.4). */
function unprocessed(extensions: readonly RawExtension[]): string | null {
  const found = extensions.find(
    ({ oid, critical }) =>
      oid === extensionId.deltaListIndicator ||
      (critical && oid !== extensionId.issuingDistributionPoint && oid !== extensionId.revocationListNumber),
  );
  if (found === undefined) return null;
  return found.oid === extensionId.deltaListIndicator
    ? 'delta list (RFC 5280 §5.2.4)'
    : `critical extension ${found.oid} (RFC 5280 §5.2)`;
}

function isTime(tag: number | null): boolean {
  return tag === derTag.utcTime || tag === derTag.generalizedTime;
}

function read(der: Uint8Array): UnverifiedRevocationList {
  if (der.length > maximumBytes) throw new Error(`longer than ${maximumBytes} octets`);
  const list = enterDer(der, derTag.sequence);
  const signed = list.take(derTag.sequence);
  const signatureAlgorithm = takeAlgorithm(list);
  const signature = wholeOctetsOf(list.take(derTag.bitString).contents);
  list.end();

  const body = new Reader(signed.contents);
  const version = body.takeOptional(derTag.integer);
  if (version !== null && smallNumberOf(version.contents) !== 1)
    throw new Error('version (RFC 5280 §5.1.2.1)');
  if (!sameAlgorithm(signatureAlgorithm, takeAlgorithm(body)))
    throw new Error('the two signature algorithms differ (RFC 5280 §5.1.1.2)');
  const issuer = takeDistinguishedName(body);
  const thisUpdate = takeTime(body);
  const nextUpdate = isTime(body.nextTag) ? takeTime(body) : null;
  const lines = body.takeOptional(derTag.sequence);
  const field = body.takeOptional(contextTag(0, 'constructed'));
  body.end();
  const inner = new Reader(field?.contents ?? new Uint8Array());
  const extensions = field === null ? [] : takeExtensions(inner);
  inner.end();
  const { revoked, unusable } = readLines(new Reader(lines?.contents ?? new Uint8Array()));
  const { scope, partial } = readScope(
    extensions.find(({ oid }) => oid === extensionId.issuingDistributionPoint)?.value,
  );
  return {
    issuer,
    thisUpdate,
    nextUpdate,
    scope,
    revoked,
    unusable: unprocessed(extensions) ?? partial ?? unusable,
    toBeSigned: signed.encoded,
    signature,
    signatureAlgorithm,
  };
}

/**
 * Reads a certificate revocation list (DER, strictly). Reading believes nothing: signature, dates and scope are
 * for `createListRevocationSource`. Keep the result; a long list takes a while. Fails with
 * `revocation-list-malformed`.
 */
export function parseRevocationList(der: Uint8Array): Attempt<UnverifiedRevocationList> {
  try {
    return done(read(Uint8Array.from(der)));
  } catch (error) {
    return failed(
      reason('revocation-list-malformed', error instanceof Error ? error.message : String(error)),
    );
  }
}
