import type { ModelManifest } from '@honnin/face';

/**
 * The false match rate that may be stated for a threshold of somebody's own choice. From the shipped threshold
 * on, the shipped rate: a bound that only gets safer. Below it, the worst that was measured in any group at a
 * threshold not above; 1, where some group was never measured that low.
 */
export function statedRate(
  { thresholds, shipped }: Pick<ModelManifest, 'thresholds' | 'shipped'>,
  threshold: number,
): number {
  if (threshold >= shipped.threshold) return shipped.falseMatchRate;
  const rates = thresholds.map(({ entries }) =>
    Math.min(
      1,
      ...entries.filter((entry) => entry.threshold <= threshold).map((entry) => entry.falseMatchRate),
    ),
  );
  return Math.max(shipped.falseMatchRate, ...rates);
}
