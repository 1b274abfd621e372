import { describe, expect, it } from 'vitest';
import { japaneseDay } from './japanese-day.ts';

describe('japaneseDay', () => {
  it('begins at 15:00 UTC', () => {
    expect(japaneseDay(new Date('2026-11-23T14:59:59.999Z'))).toBe('2026-11-23');
    expect(japaneseDay(new Date('2026-11-23T15:00:00.000Z'))).toBe('2026-11-24');
  });
});
