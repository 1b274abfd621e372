import { bitsOf } from './der-primitives.ts';
import { contextTag, DerReader, derTag, enterDer, readAll } from './der-reader.ts';
import type { DistinguishedName } from './distinguished-name.ts';
import { relativeTo, takeDistinguishedName } from './take-distinguished-name.ts';
import { locationsIn } from './take-general-names.ts';

/** Where a list about a certificate is published (RFC 5280 §4.2.1.13). */
export interface DistributionPoint {
  /** Directory names and URIs in a form that can be compared; null where the point has none. */
  readonly names: readonly string[] | null;
  /** Bits of ReasonFlags, the first being bit 0; null for all reasons. */
  readonly reasons: ReadonlySet<number> | null;
  /** Who signs the list where that is not the certificate's issuer; null otherwise. */
  readonly listIssuers: readonly DistinguishedName[] | null;
}

/** The names of a DistributionPointName; `issuers` are whom a relative name may be relative to. */
export function distributionPointNames(
  choice: DerReader,
  issuers: readonly DistinguishedName[],
): readonly string[] {
  const fullName = choice.takeOptional(contextTag(0, 'constructed'));
  if (fullName !== null) {
    choice.end();
    return locationsIn(new DerReader(fullName.contents));
  }
  const relative = choice.take(contextTag(1, 'constructed'));
  choice.end();
  return issuers.map((issuer) => `directory:${relativeTo(issuer, new DerReader(relative.contents))}`);
}

/** Directory names out of GeneralNames; other kinds name nobody who signs lists. */
function directoryNamesIn(names: DerReader): readonly DistinguishedName[] {
  return readAll(names, (reader) => {
    const { tag, contents } = reader.takeAny();
    if (tag !== contextTag(4, 'constructed')) return [];
    const inner = new DerReader(contents);
    const name = takeDistinguishedName(inner);
    inner.end();
    return [name];
  }).flat();
}

/** CRLDistributionPoints and FreshestCRL (RFC 5280 §4.2.1.13, §4.2.1.15) of a certificate or a list of `issuer`. */
export function readDistributionPoints(
  value: Uint8Array,
  issuer: DistinguishedName,
): readonly DistributionPoint[] {
  return readAll(enterDer(value, derTag.sequence), (points) => {
    const fields = points.enter(derTag.sequence);
    const name = fields.takeOptional(contextTag(0, 'constructed'));
    const reasons = fields.takeOptional(contextTag(1, 'primitive'));
    const issuers = fields.takeOptional(contextTag(2, 'constructed'));
    fields.end();
    const listIssuers = issuers === null ? null : directoryNamesIn(new DerReader(issuers.contents));
    return {
      names:
        name === null ? null : distributionPointNames(new DerReader(name.contents), listIssuers ?? [issuer]),
      reasons: reasons === null ? null : bitsOf(reasons.contents),
      listIssuers,
    };
  });
}
