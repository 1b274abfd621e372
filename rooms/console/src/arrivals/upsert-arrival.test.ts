import { describe, expect, it } from 'vitest';
import { sampleArrival } from '../gallery/sample-arrivals.ts';
import { upsertArrival } from './upsert-arrival.ts';

const early = sampleArrival({
  visitId: 'a',
  openedAt: '2026-11-24T00:00:00.000Z',
  updatedAt: '2026-11-24T00:01:00.000Z',
});
const late = sampleArrival({ visitId: 'b', openedAt: '2026-11-24T00:05:00.000Z' });

describe('upsertArrival', () => {
  it('puts the newest visit first, in whatever order the events come', () => {
    expect(upsertArrival([early], late)).toEqual([late, early]);
    expect(upsertArrival([late], early)).toEqual([late, early]);
  });

  it('replaces the older state of the same visit', () => {
    const helped = sampleArrival({ ...early, state: 'help-wanted', updatedAt: '2026-11-24T00:03:00.000Z' });
    expect(upsertArrival([late, early], helped)).toEqual([late, helped]);
  });

  it('does not fall back to an older state that arrives late', () => {
    const newer = sampleArrival({ ...early, state: 'done', updatedAt: '2026-11-24T00:04:00.000Z' });
    const older = sampleArrival({ ...early, state: 'help-wanted', updatedAt: '2026-11-24T00:03:00.000Z' });
    expect(upsertArrival([newer], older)).toEqual([newer]);
  });
});
