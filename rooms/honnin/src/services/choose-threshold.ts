import type { ModelManifest } from '@honnin/face';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** A threshold, and the false match rate that was measured at it. */
export interface ChosenThreshold {
  /** Cosine similarity */
  readonly threshold: number;
  readonly falseMatchRate: number;
}

/**
 * The lowest measured threshold of a group whose false match rate is at most the one wanted; without a wish,
 * the shipped one. Never below the shipped threshold. Fails with `face-rate-not-measured`, naming what there is.
 */
export function chooseThreshold(
  { thresholds, shipped }: Pick<ModelManifest, 'thresholds' | 'shipped'>,
  wish: { readonly group: string; readonly falseMatchRate: number } | undefined,
): Attempt<ChosenThreshold> {
  if (wish === undefined) {
    return done({ threshold: shipped.threshold, falseMatchRate: shipped.falseMatchRate });
  }
  const usable = thresholds.map(({ group, entries }) => ({
    group,
    entries: entries.filter(({ threshold }) => threshold >= shipped.threshold),
  }));
  const [chosen] = usable
    .filter(({ group }) => group === wish.group)
    .flatMap(({ entries }) => entries)
    .filter(({ falseMatchRate }) => falseMatchRate <= wish.falseMatchRate)
    .sort((a, b) => a.threshold - b.threshold);
  if (chosen !== undefined) {
    return done({ threshold: chosen.threshold, falseMatchRate: chosen.falseMatchRate });
  }
  const offered = usable.flatMap(({ group, entries }) =>
    entries.map(({ falseMatchRate, threshold }) => `“${group}” ${falseMatchRate} (threshold ${threshold})`),
  );
  return failed(
    reason(
      'face-rate-not-measured',
      `“${wish.group}” ${wish.falseMatchRate}; there is ${offered.join(', ')}`,
    ),
  );
}
