import type { EvaluationReport } from './evaluation-report.ts';
import { binOf, edgeOf, type ScoreHistogram } from './score-histogram.ts';

/** Points of the trade-off curve, by rising false match rate, about twelve to a power of ten. */
export function trackCurve(
  genuine: ScoreHistogram,
  notCompared: number,
  impostor: ScoreHistogram,
): EvaluationReport['det']['points'] {
  const pairs = impostor.count;
  const own = genuine.count + notCompared;
  const points: EvaluationReport['det']['points'] = [];
  if (pairs === 0 || own === 0) return points;
  let [reached, accepted, last] = [0, 0, 0];
  for (let bin = impostor.counts.length - 1; bin >= 0; bin--) {
    const here = impostor.counts[bin] ?? 0;
    // Just above the bin: the impostors in it are still refused.
    if (here > 0 && reached > 0 && (reached + here) / pairs > last * 1.21) {
      last = reached / pairs;
      points.push({ threshold: edgeOf(bin + 1), fmr: last, fnmr: 1 - accepted / own });
    }
    reached += here;
    accepted += genuine.counts[bin] ?? 0;
  }
  points.push({ threshold: -1, fmr: 1, fnmr: notCompared / own });
  return points;
}

const bars = 100;

/** How often scores fall into each fiftieth of -1..1. */
export function distributeScores(
  genuine: ScoreHistogram,
  impostor: ScoreHistogram,
): EvaluationReport['distribution'] {
  const width = 2 / bars;
  const sums = ({ counts }: ScoreHistogram) =>
    Array.from({ length: bars }, (_, i) => {
      const end = i === bars - 1 ? counts.length : binOf(-1 + (i + 1) * width);
      return counts.subarray(binOf(-1 + i * width), end).reduce((sum, n) => sum + n, 0);
    });
  return { from: -1, width, genuine: sums(genuine), impostor: sums(impostor) };
}
