/** What a set of scores says; scores are greater for more alike, a failed picture's pairs are -Infinity. */
export interface ErrorRates {
  /** Lowest threshold with no more false matches than `fmr` allows, or null when the impostors are too few. */
  thresholdAt(fmr: number): number | null;
  /** Share of genuine scores that are not over the threshold. */
  fnmrAbove(threshold: number): number;
  /** Shares at a decision `score >= atLeast`. */
  at(atLeast: number): { readonly fmr: number; readonly fnmr: number };
  /** Area under the ROC: how often a genuine pair scores over an impostor pair, ties counted half. */
  readonly auc: number;
  readonly impostorPairs: number;
}

/** Sorts both arrays in place. A threshold is the score that is just not accepted. */
export function errorRates(genuine: Float64Array, impostor: Float32Array): ErrorRates {
  genuine.sort();
  impostor.sort();
  let below = 0;
  for (const score of genuine) {
    const under = firstAtLeast(impostor, score);
    below += (under + firstOver(impostor, score)) / 2;
  }
  return {
    impostorPairs: impostor.length,
    auc: below / (genuine.length * impostor.length),
    thresholdAt(fmr) {
      const allowed = Math.floor(fmr * impostor.length + 1e-9);
      return allowed < 1 ? null : (impostor[impostor.length - 1 - allowed] ?? null);
    },
    fnmrAbove: (threshold) => firstOver(genuine, threshold) / genuine.length,
    at: (atLeast) => ({
      fmr: 1 - firstAtLeast(impostor, atLeast) / impostor.length,
      fnmr: firstAtLeast(genuine, atLeast) / genuine.length,
    }),
  };
}

type Sorted = Float32Array | Float64Array;

const firstAtLeast = (sorted: Sorted, value: number) => search(sorted, (score) => score >= value);
const firstOver = (sorted: Sorted, value: number) => search(sorted, (score) => score > value);

function search(sorted: Sorted, reached: (score: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
