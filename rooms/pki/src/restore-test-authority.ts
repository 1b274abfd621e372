import type { Attempt } from '@honnin/outcome';
import type { TestAuthority } from './test-authority.ts';

export function restoreTestAuthority(record: unknown): Promise<Attempt<TestAuthority>> {
  throw new Error(`not built yet (${typeof record})`);
}
