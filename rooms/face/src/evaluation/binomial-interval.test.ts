import { describe, expect, it } from 'vitest';
import { binomialInterval, ruleOfThree } from './binomial-interval.ts';

describe('binomialInterval', () => {
  // Published tables of Clopper and Pearson's interval, 95 %.
  it.each([
    [0, 10, 0, 0.3085],
    [5, 10, 0.1871, 0.8129],
    [1, 100, 0.000253, 0.05446],
    [3, 300, 0.002066, 0.02894],
    [10, 10, 0.6915, 1],
  ])('of %i in %i is %f to %f', (events, count, low, high) => {
    const interval = binomialInterval(events, count);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('says nothing without trials', () => {
    expect(binomialInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('the rule of three', () => {
  it('is about three by the number of trials', () => {
    expect(ruleOfThree(300)).toBeCloseTo(3 / 300, 3);
    expect(ruleOfThree(30_000)).toBeCloseTo(3 / 30_000, 6);
    expect(ruleOfThree(0)).toBe(1);
  });
});
