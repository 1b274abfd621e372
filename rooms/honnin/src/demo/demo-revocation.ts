import { done } from '@honnin/outcome';
import {
  createListRevocationSource,
  parseRevocationList,
  type RevocationSource,
  type TestAuthority,
} from '@honnin/pki';

/**
 * A list speaks from its `thisUpdate` on. A check that began just before the list was made must not find it
 * "not yet valid", so it is dated a little back.
 */
const datedBackMs = 60_000;

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
          list: parseRevocationList(
            await authority.certificateRevocationList(new Date(now.getTime() - datedBackMs)),
          ),
        };
      }
      return made.list.status === 'failed' ? made.list : done([made.list.value]);
    },
  });
}
