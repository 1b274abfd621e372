import { describe, expect, it } from 'vitest';
import { dayInJapan, timeInJapan } from './time-in-japan.ts';

describe('time in Japan', () => {
  it('is nine hours ahead of UTC, also over midnight', () => {
    expect(timeInJapan('2026-11-23T15:05:00Z')).toBe('00:05');
    expect(dayInJapan('2026-11-23T15:05:00Z')).toBe('2026-11-24');
    expect(dayInJapan('2026-11-23T14:59:59Z')).toBe('2026-11-23');
  });
});
