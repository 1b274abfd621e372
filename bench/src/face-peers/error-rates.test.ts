import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorRates } from './error-rates.ts';

const rates = (genuine: number[], impostor: number[]) =>
  errorRates(Float64Array.from(genuine), Float32Array.from(impostor));

describe('errorRates', () => {
  it('allows as many false matches as the rate says, and no more', () => {
    const impostor = Array.from({ length: 1000 }, (_, i) => i / 1024);
    const { thresholdAt, at } = rates([0.9], impostor);
    const threshold = thresholdAt(1e-2) ?? Number.NaN;
    expect(impostor.filter((score) => score > threshold)).toHaveLength(10);
    expect(thresholdAt(1e-4)).toBeNull();
    expect(at(threshold + 1 / 4096).fmr).toBeCloseTo(1e-2, 10);
  });

  it('counts genuine scores on the threshold, and of failed pictures, as misses', () => {
    const { fnmrAbove, at } = rates([Number.NEGATIVE_INFINITY, 0.25, 0.5, 0.75], [0, 0.5]);
    expect(fnmrAbove(0.5)).toBe(0.75);
    expect(at(0.5)).toEqual({ fmr: 0.5, fnmr: 0.5 });
  });

  it('agrees with counting every genuine score against every impostor score', () => {
    const scores = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, scores, (genuine, impostor) => {
        let wins = 0;
        for (const g of genuine) for (const i of impostor) wins += g > i ? 1 : g === i ? 0.5 : 0;
        expect(rates(genuine, impostor).auc).toBeCloseTo(wins / genuine.length / impostor.length, 12);
      }),
    );
  });
});
