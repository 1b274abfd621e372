import {
  createListRevocationSource,
  parseRevocationList,
  type RevocationSource,
  type TestAuthority,
} from '@honnin/pki';

/** Renewed well before it runs out after a day. */
const renewAfterMs = 6 * 60 * 60 * 1000;

/** The demo authority's own revocation list, made anew as it ages: what JPKI's list would be at a real service. */
export function demoRevocation(authority: TestAuthority, clock: () => Date): RevocationSource {
  let made: { readonly at: number; readonly list: ReturnType<typeof parseRevocationList> } | null = null;
  return createListRevocationSource({
    lookup: async () => {
      const now = clock();
      if (made === null || now.getTime() - made.at > renewAfterMs) {
        made = {
          at: now.getTime(),
          list: parseRevocationList(await authority.certificateRevocationList(now)),
        };
      }
      return made.list;
    },
  });
}
