import type { UnverifiedRevocationList } from './revocation-list.ts';

function sameScope(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return Buffer.compare(a, b) === 0;
}

/**
 * The newest delta list that may be added to a complete list (RFC 5280 §5.2.4, §6.3.3 (c)): of the same issuer, key
 * and scope, begun no later than the complete list was made, and made after it. Null where there is none.
 */
export function deltaFor(
  list: UnverifiedRevocationList,
  candidates: readonly UnverifiedRevocationList[],
): UnverifiedRevocationList | null {
  const { number } = list;
  if (number === null) return null;
  const [newest = null] = candidates
    .filter(
      (delta) =>
        delta.baseNumber !== null &&
        delta.number !== null &&
        delta.unusable === null &&
        delta.baseNumber <= number &&
        delta.number > number &&
        delta.issuer.canonical === list.issuer.canonical &&
        delta.authorityKeyIdentifier === list.authorityKeyIdentifier &&
        sameScope(delta.scopeDer, list.scopeDer),
    )
    .sort((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime());
  return newest;
}
