import { serialNumberOf, smallNumberOf, takeTime } from '../certificate/der-primitives.ts';
import { type DerReader, derTag, enterDer, onlyDer } from '../certificate/der-reader.ts';
import type { DistinguishedName } from '../certificate/distinguished-name.ts';
import { extensionId } from '../certificate/extension-id.ts';
import { readGeneralNames } from '../certificate/general-name.ts';
import { takeExtensions } from '../certificate/take-extensions.ts';
import { lineKey, type Revocation } from './revocation-list.ts';
import { removeFromList, revocationReasonOf } from './revocation-reason-codes.ts';
import type { RevocationReason } from './revocation-source.ts';

interface Lines {
  readonly revoked: ReadonlyMap<string, Revocation>;
  readonly removed: ReadonlySet<string>;
  readonly unusable: string | null;
}

/** The directory name in certificateIssuer (RFC 5280 §5.3.3). */
function issuerIn(value: Uint8Array): DistinguishedName {
  const found = readGeneralNames(enterDer(value, derTag.sequence)).find(({ kind }) => kind === 'directory');
  if (found?.kind !== 'directory') throw new Error('certificateIssuer without a directory name');
  return found.name;
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
  let unusable: string | null = null;
  let { issuer } = list;
  while (!lines.atEnd) {
    const line = lines.enter(derTag.sequence);
    const serialNumber = serialNumberOf(line.take(derTag.integer).contents);
    const at = takeTime(line);
    let code = 0;
    for (const { oid, critical, value } of line.atEnd ? [] : takeExtensions(line)) {
      if (oid === extensionId.reasonCode) code = smallNumberOf(onlyDer(value, derTag.enumerated));
      else if (oid === extensionId.certificateIssuer && list.indirect) issuer = issuerIn(value);
      else if (critical && oid !== extensionId.invalidityDate)
        unusable = `critical extension ${oid} of a line (RFC 5280 §5.3)`;
    }
    line.end();
    const key = issuer === list.issuer ? serialNumber : lineKey(list.issuer, issuer, serialNumber);
    const why: RevocationReason = revocationReasonOf(code) ?? 'unspecified';
    if (code === removeFromList) removed.add(key);
    else revoked.set(key, { at, reason: why });
  }
  return { revoked, removed, unusable };
}
