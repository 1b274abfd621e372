import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, createScoreHistogram, edgeOf } from './score-histogram.ts';

/** Scores on the grid, where a bin and a score are the same thing. */
const gridScores = fc.array(
  fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100_000),
  {
    minLength: 1,
    maxLength: 200,
  },
);

describe('the score histogram', () => {
  it('finds the lowest threshold that no more than the rate reaches, as a search through all scores does', () => {
    fc.assert(
      fc.property(gridScores, fc.constantFrom(0.5, 0.1, 0.05, 0.01), (scores, rate) => {
        const histogram = createScoreHistogram();
        for (const score of scores) histogram.add(score);
        const allowed = Math.floor(rate * scores.length + 1e-9);
        const threshold = histogram.thresholdAt(rate);
        if (allowed < 1) {
          expect(threshold).toBeNull();
          return;
        }
        const reach = (t: number) => scores.filter((score) => score >= t - 1e-9).length;
        expect(reach(threshold ?? Number.NaN)).toBeLessThanOrEqual(allowed);
        if (threshold !== -1) expect(reach((threshold ?? 0) - 1e-5)).toBeGreaterThan(allowed);
      }),
    );
  });

  it('counts the scores that reach a threshold, the one on it among them', () => {
    fc.assert(
      fc.property(gridScores, fc.integer({ min: -100_000, max: 100_000 }), (scores, n) => {
        const histogram = createScoreHistogram();
        for (const score of scores) histogram.add(score);
        const expected = scores.filter((score) => Math.round(score * 1e5) >= n).length;
        expect(histogram.atLeast(n / 100_000)).toBe(expected);
        expect(histogram.count).toBe(scores.length);
      }),
    );
  });

  it('puts every edge into the bin above it, and keeps rounding errors over 1 inside', () => {
    for (const score of [-1, -0.48, 0, 0.411, 0.48, 0.99999, 1]) expect(edgeOf(binOf(score))).toBe(score);
    expect(edgeOf(binOf(1.0000002))).toBe(1);
    expect(edgeOf(binOf(-1.0000002))).toBe(-1);
  });
});
