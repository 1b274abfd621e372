import { serialNumberOf, smallNumberOf, takeTime } from '../certificate/der-primitives.ts';
import { DerReader, derTag, enterDer, onlyDer } from '../certificate/der-reader.ts';
import type { DistinguishedName } from '../certificate/distinguished-name.ts';
import { extensionId } from '../certificate/extension-id.ts';
import { readGeneralNames } from '../certificate/general-name.ts';
import { takeExtensions } from '../certificate/take-extensions.ts';
import { lineKey, type Revocation } from './revocation-list.ts';
import { removeFromList, revocationReasonOf } from './revocation-reason-codes.ts';

interface Lines {
  readonly revoked: ReadonlyMap<string, Revocation>;
  readonly removed: ReadonlySet<string>;
  readonly unusable: string | null;
  /** Some certificate has more than one line. */
  readonly repeats: boolean;
}

/** The directory name in certificateIssuer (RFC 5280 §5.3.3). */
function issuerIn(value: Uint8Array): DistinguishedName {
  const found = readGeneralNames(enterDer(value, derTag.sequence)).find(({ kind }) => kind === 'directory');
  if (found?.kind !== 'directory') throw new Error('certificateIssuer without a directory name');
  return found.name;
}

/** Certificates are revoked in batches: lines of the same time and reason share what they say. */
function createRevocations(): (time: Uint8Array, code: number) => Revocation {
  const known = new Map<string, Revocation>();
  return (time, code) => {
    const key = `${Buffer.from(time.buffer, time.byteOffset, time.byteLength).toString('latin1')}${code}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reader = new DerReader(time);
    const revocation = { at: takeTime(reader), reason: revocationReasonOf(code) ?? 'unspecified' } as const;
    known.set(key, revocation);
    return revocation;
  };
}

/**
 * Reads revokedCertificates. certificateIssuer counts for its line and all that follow, and only in an indirect
 * list; elsewhere it is a critical extension that has no place, so that the list is not used.
 */
export function readListLines(
  lines: DerReader,
  list: { readonly issuer: DistinguishedName; readonly indirect: boolean },
): Lines {
  const revoked = new Map<string, Revocation>();
  const removed = new Set<string>();
  const revocationOf = createRevocations();
  let unusable: string | null = null;
  let count = 0;
  let { issuer } = list;
  while (!lines.atEnd) {
    count += 1;
    const line = lines.enter(derTag.sequence);
    const serialNumber = serialNumberOf(line.take(derTag.integer).contents);
    const time = line.takeAny().encoded;
    let code = 0;
    for (const { oid, critical, value } of line.atEnd ? [] : takeExtensions(line)) {
      if (oid === extensionId.reasonCode) code = smallNumberOf(onlyDer(value, derTag.enumerated));
      else if (oid === extensionId.certificateIssuer && list.indirect) issuer = issuerIn(value);
      else if (critical && oid !== extensionId.invalidityDate)
        unusable = `critical extension ${oid} of a line (RFC 5280 §5.3)`;
    }
    line.end();
    const key = issuer === list.issuer ? serialNumber : lineKey(list.issuer, issuer, serialNumber);
    const revocation = revocationOf(time, code);
    if (code === removeFromList) removed.add(key);
    else revoked.set(key, revocation);
  }
  return { revoked, removed, unusable, repeats: revoked.size + removed.size < count };
}
