/** A share with its two-sided interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Clopper-Pearson interval of a binomial share: `events` of `count` independent trials, two-sided at
 * `confidence`. Exact, so never too narrow; found by bisection on the binomial tail. Without trials, 0 to 1.
 */
export function binomialInterval(events: number, count: number, confidence = 0.95): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const tail = (1 - confidence) / 2;
  const low = events === 0 ? 0 : bisect((p) => 1 - cumulative(events - 1, count, p) >= tail);
  const high = events === count ? 1 : bisect((p) => cumulative(events, count, p) <= tail);
  return { low, high };
}

/** Highest rate that no error in `count` independent trials leaves possible at 95 %: 1 - 0.05^(1/count), about 3/count. */
export function ruleOfThree(count: number): number {
  return count <= 0 ? 1 : 1 - 0.05 ** (1 / count);
}

/** Smallest p for which a condition that turns true with rising p holds. */
function bisect(holds: (p: number) => boolean): number {
  let [from, to] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if (holds(middle)) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
}

/** P(X <= events) of a binomial of `count` trials at `p`; summed in logarithms. */
function cumulative(events: number, count: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return events >= count ? 1 : 0;
  let logTerm = count * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= events; k++) {
    logTerm += Math.log((count - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
