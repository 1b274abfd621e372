import type { ScoreHistogram } from './score-histogram.ts';

/**
 * Area under the ROC curve: the chance that a genuine pair scores higher than an impostor pair, ties counting
 * half. `refused` genuine pairs (images that could not be processed) count as lower than everything.
 * Null when one side is empty.
 */
export function rocArea(genuine: ScoreHistogram, impostor: ScoreHistogram, refused: number): number | null {
  const [of, against] = [genuine.count + refused, impostor.count];
  if (of === 0 || against === 0) return null;
  let [below, area] = [0, 0];
  for (let bin = 0; bin < impostor.counts.length; bin++) {
    const here = impostor.counts[bin] ?? 0;
    area += (genuine.counts[bin] ?? 0) * (below + here / 2);
    below += here;
  }
  return area / (of * against);
}
