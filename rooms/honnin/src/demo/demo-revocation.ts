import {
  createFetchOctets,
  createListRevocationSource,
  createResponderRevocationSource,
  fetchedRevocationLists,
  firstToKnow,
  type RevocationSource,
  type TestAuthority,
  type UnverifiedCertificate,
} from '@honnin/pki';

const limits = { timeoutMs: 3_000, maximumBytes: 4 * 1024 * 1024 } as const;

/** How long a list is used before it is fetched again; the responder is asked about every certificate anew. */
const keepListsForMs = 60_000;

/** The two clocks are one here, but a list may be made just after the check that asks for it began. */
const clockDifferenceMs = 60_000;

/**
 * Revocation as a real service asks for it, from the demo's own authority: over HTTP, by OCSP, and by its lists
 * where the responder is silent. The certificates name no address, as JPKI's do not; they are told apart by issuer.
 */
export function demoRevocation(options: {
  readonly url: string;
  readonly anchors: TestAuthority['anchors'];
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  readonly fetch: typeof fetch;
}): RevocationSource {
  const { url, anchors, clock, random, fetch } = options;
  const kinds = ['authentication', 'signature', 'terminal'] as const;
  const kindOf = ({ issuer }: UnverifiedCertificate) =>
    kinds.find((kind) => anchors[kind].subject.canonical === issuer.canonical);
  const responder = createResponderRevocationSource({
    fetchOctets: createFetchOctets({ fetch, ...limits, failure: 'status-response-unavailable' }),
    random,
    addressOf: (certificate) => (kindOf(certificate) === undefined ? null : `${url}/ocsp`),
  });
  const lists = createListRevocationSource({
    clockDifferenceMs,
    lookup: fetchedRevocationLists({
      fetchOctets: createFetchOctets({ fetch, ...limits, failure: 'revocation-list-unavailable' }),
      clock,
      keepForMs: keepListsForMs,
      addressesOf: (certificate) => {
        const kind = kindOf(certificate);
        return kind === undefined ? [] : [`${url}/lists/${kind}.crl`];
      },
    }),
  });
  return firstToKnow([responder, lists]);
}
