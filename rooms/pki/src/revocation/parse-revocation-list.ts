import { type Attempt, done, failed, reason } from '@honnin/outcome';
import {
  bitsOf,
  booleanOf,
  serialNumberOf,
  smallNumberOf,
  takeTime,
  wholeOctetsOf,
} from '../certificate/der-primitives.ts';
import { contextTag, derTag, enterDer, onlyDer, DerReader as Reader } from '../certificate/der-reader.ts';
import type { DistinguishedName } from '../certificate/distinguished-name.ts';
import { distributionPointNames, readDistributionPoints } from '../certificate/distribution-point.ts';
import { extensionId } from '../certificate/extension-id.ts';
import { sameAlgorithm, takeAlgorithm } from '../certificate/take-algorithm.ts';
import { takeDistinguishedName } from '../certificate/take-distinguished-name.ts';
import { takeExtensions } from '../certificate/take-extensions.ts';
import type { RawExtension } from '../certificate/unverified-certificate.ts';
import { readListLines } from './read-list-lines.ts';
import type { ListScope, UnverifiedRevocationList } from './revocation-list.ts';

/** A national list may have a million lines. */
const maximumBytes = 64 * 1024 * 1024;

/** The issuingDistributionPoint extension (RFC 5280 §5.2.5); the whole of the issuer's certificates without it. */
function readScope(value: Uint8Array | undefined, issuer: DistinguishedName): ListScope {
  const fields = value === undefined ? new Reader(new Uint8Array()) : enterDer(value, derTag.sequence);
  const flag = (number: number): boolean => {
    const field = fields.takeOptional(contextTag(number, 'primitive'));
    return field !== null && booleanOf(field.contents);
  };
  const point = fields.takeOptional(contextTag(0, 'constructed'));
  const onlyHolders = flag(1);
  const onlyAuthorities = flag(2);
  const reasons = fields.takeOptional(contextTag(3, 'primitive'));
  const indirect = flag(4);
  const onlyAttributes = flag(5);
  fields.end();
  return {
    names: point === null ? null : distributionPointNames(new Reader(point.contents), [issuer]),
    onlyHolders,
    onlyAuthorities,
    onlyAttributes,
    reasons: reasons === null ? null : bitsOf(reasons.contents),
    indirect,
  };
}

/** Critical extensions of the list itself that say nothing which is left aside here (§5.2). */
const processed: ReadonlySet<string> = new Set([
  extensionId.authorityKeyIdentifier,
  extensionId.revocationListNumber,
  extensionId.deltaListIndicator,
  extensionId.issuingDistributionPoint,
  extensionId.freshestList,
]);

function unprocessed(extensions: readonly RawExtension[]): string | null {
  const found = extensions.find(({ oid, critical }) => critical && !processed.has(oid));
  return found === undefined ? null : `critical extension ${found.oid} (RFC 5280 §5.2)`;
}

/** CRLNumber and BaseCRLNumber: at most 20 octets (§5.2.3). */
function listNumber(value: Uint8Array): bigint {
  const hex = serialNumberOf(onlyDer(value, derTag.integer));
  if (hex.startsWith('-') || hex.length > 42) throw new Error('no list number (RFC 5280 §5.2.3)');
  return BigInt(`0x${hex}`);
}

function keyIdentifier(value: Uint8Array): string | null {
  const key = enterDer(value, derTag.sequence).takeOptional(contextTag(0, 'primitive'));
  return key === null ? null : Buffer.from(key.contents).toString('hex');
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
  if (field !== null && version === null) throw new Error('extensions before version 2 (RFC 5280 §5.1.2.1)');
  const inner = new Reader(field?.contents ?? new Uint8Array());
  const extensions = field === null ? [] : takeExtensions(inner);
  inner.end();
  const contentsOf = (oid: string) => extensions.find((extension) => extension.oid === oid)?.value;
  const optional = <T>(oid: string, parse: (value: Uint8Array) => T): T | null => {
    const value = contentsOf(oid);
    return value === undefined ? null : parse(value);
  };
  const scopeDer = contentsOf(extensionId.issuingDistributionPoint);
  const scope = readScope(scopeDer, issuer);
  const { revoked, removed, unusable, repeats } = readListLines(
    new Reader(lines?.contents ?? new Uint8Array()),
    {
      issuer,
      indirect: scope.indirect,
    },
  );
  return {
    issuer,
    thisUpdate,
    nextUpdate,
    authorityKeyIdentifier: optional(extensionId.authorityKeyIdentifier, keyIdentifier),
    number: optional(extensionId.revocationListNumber, listNumber),
    baseNumber: optional(extensionId.deltaListIndicator, listNumber),
    scopeDer: scopeDer ?? null,
    scope,
    freshestListPoints:
      optional(extensionId.freshestList, (value) => readDistributionPoints(value, issuer)) ?? [],
    revoked,
    removed,
    repeats,
    extensions,
    unusable: unprocessed(extensions) ?? unusable,
    toBeSigned: signed.encoded,
    signature,
    signatureAlgorithm,
  };
}

/**
 * Reads a certificate revocation list (DER, strictly), complete or delta, direct or indirect. Reading believes
 * nothing: signature, dates and scope are for `createListRevocationSource`. Keep the result; a long list takes a
 * while. Fails with `revocation-list-malformed`.
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
