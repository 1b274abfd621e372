/** Width of a bin: thresholds are exact to it. */
export const scoreBin = 1e-5;
const bins = 200_001;

/** Counts of scores -1..1 in bins of 1e-5: millions of scores in 1.6 MB. */
export interface ScoreHistogram {
  readonly count: number;
  readonly counts: Float64Array;
  add(score: number): void;
  /** How many scores reach `threshold`. */
  atLeast(threshold: number): number;
  /** Median and other quantiles, to a bin; null without scores. */
  quantile(share: number): number | null;
  /**
   * The lowest threshold that no more than the share `rate` of the scores reaches; null when there are fewer
   * than 1/rate scores, so that not even one of them may.
   */
  thresholdAt(rate: number): number | null;
}

/** Bin of a score; a score on an edge belongs to the bin above it. */
export function binOf(score: number): number {
  const bin = Math.floor((score + 1) / scoreBin + 1e-6);
  return bin < 0 ? 0 : bin >= bins ? bins - 1 : bin;
}

/** Lower edge of a bin, rounded as it is printed. */
export function edgeOf(bin: number): number {
  return Math.round(bin - 1 / scoreBin) / Math.round(1 / scoreBin);
}

export function createScoreHistogram(): ScoreHistogram {
  const counts = new Float64Array(bins);
  return {
    counts,
    get count() {
      return counts.reduce((sum, n) => sum + n, 0);
    },
    add(score) {
      const bin = binOf(score);
      counts[bin] = (counts[bin] ?? 0) + 1;
    },
    atLeast(threshold) {
      let reached = 0;
      for (let bin = binOf(threshold); bin < bins; bin++) reached += counts[bin] ?? 0;
      return reached;
    },
    quantile(share) {
      const total = counts.reduce((sum, n) => sum + n, 0);
      if (total === 0) return null;
      let below = 0;
      for (let bin = 0; bin < bins; bin++) {
        below += counts[bin] ?? 0;
        if (below >= share * total) return edgeOf(bin);
      }
      return 1;
    },
    thresholdAt(rate) {
      const total = counts.reduce((sum, n) => sum + n, 0);
      const allowed = Math.floor(rate * total + 1e-9);
      if (allowed < 1) return null;
      let reached = 0;
      for (let bin = bins - 1; bin >= 0; bin--) {
        reached += counts[bin] ?? 0;
        if (reached > allowed) return edgeOf(bin + 1);
      }
      return -1;
    },
  };
}
