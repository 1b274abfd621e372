import type { Interval } from './binomial-interval.ts';
import { createRandomSource } from './random-source.ts';
import { scoreBin } from './score-histogram.ts';

/** Scores with the subjects of both sides, in parallel arrays. */
export interface SubjectScores {
  readonly scores: Float64Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** What is resampled, and at which points the rates are wanted. */
export interface BootstrapOptions {
  readonly subjects: number;
  /** One entry for each genuine pair; a pair that could not be compared has the score -2. */
  readonly genuine: SubjectScores;
  /** The highest impostor scores, all of them down to some score: what low false match rates rest on. */
  readonly impostorTail: SubjectScores;
  /** The weight of all impostor pairs, those under the tail too, when subject i counts `weights[i]` times. */
  readonly impostorWeight: (weights: Float64Array) => number;
  /** False match rates at which threshold and false non-match rate are wanted. */
  readonly rates: readonly number[];
  /** Threshold at which both rates are wanted. */
  readonly threshold: number;
  readonly resamples: number;
  readonly seed: number;
}

/** 95 % percentile intervals; null where the resamples leave the tail, or there is nothing to resample. */
export interface BootstrapIntervals {
  /** In the order of `rates`. */
  readonly atRates: readonly { readonly threshold: Interval | null; readonly fnmr: Interval | null }[];
  readonly fmrAtThreshold: Interval | null;
  readonly fnmrAtThreshold: Interval | null;
}

/**
 * Bootstrap over people, not pairs: each resample draws as many subjects as there are, with replacement; a
 * genuine pair counts as often as its subject was drawn, an impostor pair as often as the product for its two
 * (the pigeonhole bootstrap of Owen 2007, conservative where pairs share few people). Only the tail is walked,
 * so that 500 resamples of ten million pairs take about a second.
 */
export function bootstrapBySubject(options: BootstrapOptions): BootstrapIntervals {
  const { subjects, rates, resamples } = options;
  const genuine = sortFalling(options.genuine);
  const tail = sortFalling(options.impostorTail);
  const lowestTail = tail.scores[tail.scores.length - 1] ?? Number.POSITIVE_INFINITY;
  const random = createRandomSource(options.seed);
  const order = rates.map((rate, i) => ({ rate, i })).sort((p, q) => p.rate - q.rate);
  const found = rates.map(() => ({ thresholds: [] as number[], fnmrs: [] as number[] }));
  const fmrs: number[] = [];
  const fnmrs: number[] = [];
  const weights = new Float64Array(subjects);
  for (let resample = 0; resample < resamples; resample++) {
    weights.fill(0);
    for (let i = 0; i < subjects; i++) {
      const drawn = Math.floor(random() * subjects);
      weights[drawn] = (weights[drawn] ?? 0) + 1;
    }
    const refusedAt = weighGenuine(genuine, weights);
    if (refusedAt !== null) fnmrs.push(refusedAt(options.threshold));
    const total = options.impostorWeight(weights);
    if (!(total > 0)) continue;
    let [reached, at, rank] = [0, 0, 0];
    let atThreshold: number | null = null;
    for (; at < tail.scores.length; at++) {
      const score = tail.scores[at] ?? 0;
      if (atThreshold === null && score < options.threshold) atThreshold = reached;
      reached += (weights[tail.first[at] ?? 0] ?? 0) * (weights[tail.second[at] ?? 0] ?? 0);
      let next = order[rank];
      while (next !== undefined && reached > next.rate * total * (1 + 1e-12)) {
        const threshold = score + scoreBin;
        found[next.i]?.thresholds.push(threshold);
        if (refusedAt !== null) found[next.i]?.fnmrs.push(refusedAt(threshold));
        rank += 1;
        next = order[rank];
      }
      if (next === undefined && atThreshold !== null) break;
    }
    if (atThreshold === null && lowestTail <= options.threshold) atThreshold = reached;
    if (atThreshold !== null) fmrs.push(atThreshold / total);
  }
  // A resample that left the tail before its rate was reached would bias what is left: then there is none.
  const whole = (values: number[]) =>
    values.length === resamples && resamples > 0 ? percentiles(values) : null;
  return {
    atRates: found.map((at) => ({ threshold: whole(at.thresholds), fnmr: whole(at.fnmrs) })),
    fmrAtThreshold: whole(fmrs),
    fnmrAtThreshold: whole(fnmrs),
  };
}

/** The share of refused genuine pairs by threshold, when subjects count `weights`; null when none counts. */
function weighGenuine(
  { scores, first }: SubjectScores,
  weights: Float64Array,
): ((threshold: number) => number) | null {
  const accepted = new Float64Array(scores.length + 1);
  for (let i = 0; i < scores.length; i++) {
    accepted[i + 1] = (accepted[i] ?? 0) + (weights[first[i] ?? 0] ?? 0);
  }
  const total = accepted[scores.length] ?? 0;
  if (total === 0) return null;
  return (threshold) => {
    let [low, high] = [0, scores.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((scores[middle] ?? 0) >= threshold - 1e-9) low = middle + 1;
      else high = middle;
    }
    return 1 - (accepted[low] ?? 0) / total;
  };
}

function sortFalling(of: SubjectScores): SubjectScores {
  const { scores, first, second } = of;
  if (scores.every((score, i) => i === 0 || score <= (scores[i - 1] ?? 0))) return of;
  const order = Uint32Array.from(scores.keys()).sort((p, q) => (scores[q] ?? 0) - (scores[p] ?? 0));
  return {
    scores: Float64Array.from(order, (i) => scores[i] ?? 0),
    first: Int32Array.from(order, (i) => first[i] ?? 0),
    second: Int32Array.from(order, (i) => second[i] ?? 0),
  };
}

/** The middle 95 % of the values. */
function percentiles(values: number[]): Interval {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? 0;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.025), high: at(0.975) };
}
