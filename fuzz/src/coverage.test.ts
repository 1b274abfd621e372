import { describe, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';
import { fork } from './coverage-subject.fixture.ts';

describe('Coverage', () => {
  it('tells when a branch is taken for the first time, and looking does not spend it', async () => {
    using coverage = await Coverage.start((url) => url.includes('coverage-subject'));
    fork(1);
    expect(await coverage.newlyReached('note')).toBeGreaterThan(0);
    fork(1);
    expect(await coverage.newlyReached('note')).toBe(0);
    fork(-1);
    expect(await coverage.newlyReached('look')).toBeGreaterThan(0);
    fork(-1);
    expect(await coverage.newlyReached('note')).toBeGreaterThan(0);
    fork(-1);
    expect(await coverage.newlyReached('note')).toBe(0);
  });
});
