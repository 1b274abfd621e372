import { describe, expect, it } from 'vitest';
import { boundsOfDay, dayInJapan } from './day-in-japan.ts';

describe('dayInJapan', () => {
  it('begins nine hours before the day of UTC', () => {
    expect(dayInJapan(new Date('2026-11-23T14:59:59Z'))).toBe('2026-11-23');
    expect(dayInJapan(new Date('2026-11-23T14:59:59.999Z'))).toBe('2026-11-23');
    expect(dayInJapan(new Date('2026-11-23T15:00:00Z'))).toBe('2026-11-24');
  });

  it('has its bounds on both sides', () => {
    const { from, to } = boundsOfDay('2026-11-24');
    expect(dayInJapan(from)).toBe('2026-11-24');
    expect(dayInJapan(new Date(from.getTime() - 1))).toBe('2026-11-23');
    expect(dayInJapan(new Date(to.getTime() - 1))).toBe('2026-11-24');
    expect(dayInJapan(to)).toBe('2026-11-25');
  });
});
