import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from './add-months.ts';

const months = (day: string, count: number) => addMonths(new Date(`${day}T14:59:59Z`), count).toISOString();

describe('addMonths', () => {
  it('keeps the day, or takes the last one of a shorter month', () => {
    expect(months('2026-08-20', 3)).toBe('2026-11-20T14:59:59.000Z');
    expect(months('2026-11-30', 3)).toBe('2027-02-28T14:59:59.000Z');
    expect(months('2027-11-30', 3)).toBe('2028-02-29T14:59:59.000Z');
    expect(months('2026-12-31', 0)).toBe('2026-12-31T14:59:59.000Z');
  });

  it('never goes beyond 31 days a month, the bound that certificates are first checked with', () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 12 }), (from, count) => {
        const days = (addMonths(from, count).getTime() - from.getTime()) / 86_400_000;
        expect(days).toBeLessThanOrEqual(31 * count);
        expect(days).toBeGreaterThanOrEqual(28 * count);
      }),
    );
  });
});
