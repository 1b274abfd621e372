import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptFalseMatchRate } from './attempt-false-match-rate.ts';

/** Measured: rate of one frame, then of 1, 3, 5 and 10 tries at the same threshold (docs/accuracy.md). */
const measured = [
  [8.74e-5, 1.94e-4, 3.21e-4, 3.91e-4, 4.54e-4],
  [3.28e-5, 5.16e-5, 1.04e-4, 1.44e-4, 1.77e-4],
  [1.34e-5, 2.23e-5, 4.65e-5, 6.07e-5, 7.99e-5],
  [6.88e-6, 6.07e-6, 1.72e-5, 2.12e-5, 3.34e-5],
] as const;

describe('attemptFalseMatchRate', () => {
  it('is never below what was measured, and at most four times as high', () => {
    for (const [frame, ...rates] of measured) {
      for (const [i, tries] of [1, 3, 5, 10].entries()) {
        const rate = attemptFalseMatchRate({ falseMatchRate: frame, tries });
        expect(rate).toBeGreaterThanOrEqual(rates[i] ?? 1);
        expect(rate).toBeLessThan(4 * (rates[i] ?? 0));
      }
    }
  });

  it('grows with every try, by less than that many times one try, and stays a rate', () => {
    const rate = fc.double({ min: 1e-9, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 20 }), (falseMatchRate, tries) => {
        const now = attemptFalseMatchRate({ falseMatchRate, tries });
        const next = attemptFalseMatchRate({ falseMatchRate, tries: tries + 1 });
        expect(next).toBeGreaterThanOrEqual(now);
        expect(now).toBeLessThanOrEqual(tries * attemptFalseMatchRate({ falseMatchRate, tries: 1 }) + 1e-12);
        expect(next).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses an attempt without a try, and what is no rate', () => {
    expect(() => attemptFalseMatchRate({ falseMatchRate: 1e-4, tries: 0 })).toThrow(RangeError);
    expect(() => attemptFalseMatchRate({ falseMatchRate: 1.1, tries: 1 })).toThrow(RangeError);
  });
});
