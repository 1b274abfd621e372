import type { TestAuthority } from './test-authority.ts';

export function createTestAuthority(options: { readonly now: Date }): Promise<TestAuthority> {
  throw new Error(`not built yet (${options.now})`);
}
