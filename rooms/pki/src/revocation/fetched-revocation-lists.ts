import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { DistributionPoint } from '../certificate/distribution-point.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { RevocationListLookup } from './create-list-revocation-source.ts';
import type { FetchOctets } from './fetch-octets.ts';
import { parseRevocationList } from './parse-revocation-list.ts';
import type { UnverifiedRevocationList } from './revocation-list.ts';

interface KeptList {
  readonly list: UnverifiedRevocationList;
  readonly fetchedAt: number;
}

/** The addresses in a certificate's own distribution points, delta lists included (RFC 5280 §4.2.1.13, §4.2.1.15). */
export function listAddressesOf({
  distributionPoints,
  freshestListPoints,
}: UnverifiedCertificate): readonly string[] {
  return addressesIn([...distributionPoints, ...freshestListPoints]);
}

function addressesIn(points: readonly DistributionPoint[]): readonly string[] {
  return points
    .flatMap(({ names }) => names ?? [])
    .flatMap((name) => (name.startsWith('uri:http') ? [name.slice('uri:'.length)] : []));
}

/**
 * Fetches lists and keeps them: until `keepForMs` has passed or their nextUpdate, whichever comes first. While
 * fetching fails, the list before still stands, and its own nextUpdate says for how long. Callers who ask at the
 * same time share one fetch. Where certificates name no address, as JPKI's do not, `addressesOf` knows them.
 */
export function fetchedRevocationLists(options: {
  readonly fetchOctets: FetchOctets;
  readonly clock: () => Date;
  readonly addressesOf?: (certificate: UnverifiedCertificate) => readonly string[];
  /** Default an hour. */
  readonly keepForMs?: number;
}): RevocationListLookup {
  const { fetchOctets, clock, addressesOf = listAddressesOf, keepForMs = 3_600_000 } = options;
  const kept = new Map<string, KeptList>();
  const underWay = new Map<string, Promise<Attempt<UnverifiedRevocationList>>>();

  function stillNew({ list, fetchedAt }: KeptList): boolean {
    const now = clock().getTime();
    return now - fetchedAt < keepForMs && (list.nextUpdate === null || now <= list.nextUpdate.getTime());
  }

  async function fetchList(address: string): Promise<Attempt<UnverifiedRevocationList>> {
    const fetched = await fetchOctets(address);
    if (fetched.status === 'failed') return fetched;
    const before = kept.get(address);
    const parsed = parseRevocationList(fetched.value);
    if (parsed.status === 'failed') return parsed;
    // An older list in place of a newer one would bring a revoked certificate back.
    const list =
      before !== undefined && before.list.thisUpdate > parsed.value.thisUpdate ? before.list : parsed.value;
    kept.set(address, { list, fetchedAt: clock().getTime() });
    return done(list);
  }

  async function listAt(address: string): Promise<Attempt<UnverifiedRevocationList>> {
    const before = kept.get(address);
    if (before !== undefined && stillNew(before)) return done(before.list);
    const fetching = underWay.get(address) ?? fetchList(address).finally(() => underWay.delete(address));
    underWay.set(address, fetching);
    const fetched = await fetching;
    return fetched.status === 'failed' && before !== undefined ? done(before.list) : fetched;
  }

  const listsAt = (addresses: readonly string[]) => Promise.all([...new Set(addresses)].map(listAt));

  return async (certificate) => {
    const found = await listsAt(addressesOf(certificate));
    const lists = found.flatMap((attempt) => (attempt.status === 'done' ? [attempt.value] : []));
    if (lists.length > 0) {
      // A delta list that cannot be had leaves the complete one as good as it was.
      const deltas = await listsAt(
        lists.flatMap(({ freshestListPoints }) => addressesIn(freshestListPoints)),
      );
      return done([
        ...lists,
        ...deltas.flatMap((attempt) => (attempt.status === 'done' ? [attempt.value] : [])),
      ]);
    }
    const [failure] = found.flatMap((attempt) => (attempt.status === 'failed' ? [attempt.reason] : []));
    return failed(
      failure ?? reason('revocation-list-unavailable', `no address for ${certificate.issuer.text}`),
    );
  };
}
