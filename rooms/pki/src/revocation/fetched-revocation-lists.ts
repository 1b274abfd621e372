import { done, failed, type Reason, reason } from '@honnin/outcome';
import type { DistributionPoint } from '../certificate/distribution-point.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { RevocationListLookup } from './create-list-revocation-source.ts';
import type { FetchOctets } from './fetch-octets.ts';
import { parseRevocationList } from './parse-revocation-list.ts';
import type { UnverifiedRevocationList } from './revocation-list.ts';

/** What is known of one address. */
interface Kept {
  /** The list fetched last and, where that is older, the newest before it: whoever judges them takes their pick. */
  readonly lists: readonly UnverifiedRevocationList[];
  readonly fetchedAt: number;
  readonly triedAt: number;
  readonly failure: Reason | null;
}

/** The addresses in a certificate's own distribution points, delta lists included (RFC 5280 §4.2.1.13, §4.2.1.15). */
function listAddressesOf({
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
 * fetching fails, the list before still stands, and its own nextUpdate says for how long; the next try is made
 * after `retryAfterMs`. An older list that is fetched does not drive out a newer one; a forged one
 * leaves the status unknown until the next fetch, and no longer. Callers who ask at the same time share one fetch. Where certificates name no address, as JPKI's do not, `addressesOf` knows them.
 */
export function fetchedRevocationLists(options: {
  readonly fetchOctets: FetchOctets;
  readonly clock: () => Date;
  readonly addressesOf?: (certificate: UnverifiedCertificate) => readonly string[];
  /** Default an hour. */
  readonly keepForMs?: number;
  /** Default ten seconds. */
  readonly retryAfterMs?: number;
}): RevocationListLookup {
  const { fetchOctets, clock, addressesOf = listAddressesOf } = options;
  const { keepForMs = 3_600_000, retryAfterMs = 10_000 } = options;
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept>>();

  function mayStand({ lists: [newest], fetchedAt, triedAt }: Kept): boolean {
    const now = clock().getTime();
    if (now - triedAt < retryAfterMs) return true;
    const current =
      newest !== undefined && (newest.nextUpdate === null || now <= newest.nextUpdate.getTime());
    return current && now - fetchedAt < keepForMs;
  }

  async function fetchList(address: string): Promise<Kept> {
    const before = kept.get(address);
    const fetched = await fetchOctets(address);
    const parsed = fetched.status === 'done' ? parseRevocationList(fetched.value) : fetched;
    const now = clock().getTime();
    if (parsed.status === 'failed') {
      const { lists = [], fetchedAt = 0 } = before ?? {};
      return { lists, fetchedAt, triedAt: now, failure: parsed.reason };
    }
    // An older list in place of a newer one would bring a revoked certificate back.
    const newer = (before?.lists ?? [])
      .filter(({ thisUpdate }) => thisUpdate > parsed.value.thisUpdate && thisUpdate.getTime() <= now)
      .slice(0, 1);
    return { lists: [parsed.value, ...newer], fetchedAt: now, triedAt: now, failure: null };
  }

  async function fetchAndKeep(address: string): Promise<Kept> {
    try {
      const found = await fetchList(address);
      kept.set(address, found);
      return found;
    } finally {
      underWay.delete(address);
    }
  }

  async function listAt(address: string): Promise<Kept> {
    const before = kept.get(address);
    if (before !== undefined && mayStand(before)) return before;
    const fetching = underWay.get(address) ?? fetchAndKeep(address);
    underWay.set(address, fetching);
    return fetching;
  }

  const listsAt = (addresses: readonly string[]) => Promise.all([...new Set(addresses)].map(listAt));

  return async (certificate) => {
    const found = await listsAt(addressesOf(certificate));
    const lists = found.flatMap((place) => place.lists);
    if (lists.length === 0) {
      const [failure] = found.flatMap((place) => place.failure ?? []);
      const noAddress = reason('revocation-list-unavailable', `no address for ${certificate.issuer.text}`);
      return failed(failure ?? noAddress);
    }
    // A delta list that cannot be had leaves the complete one as good as it was.
    const deltas = await listsAt(lists.flatMap(({ freshestListPoints }) => addressesIn(freshestListPoints)));
    return done([...lists, ...deltas.flatMap((place) => place.lists)]);
  };
}
