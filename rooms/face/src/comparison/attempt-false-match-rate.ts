/**
 * How much more often another person passes one try (the mean of five frames) than one picture against one
 * picture, and the power of the number of tries by which further ones add to it. Both are chosen so that no
 * measured point lies above the curve: see "A whole attempt" in docs/accuracy.md, which says how to repeat it.
 */
const oneTry = 2.25;
const growth = 0.45;

/**
 * The false match rate of a whole attempt: the share of impostors of whom at least one of `tries` tries passes,
 * each decided on the mean of up to five frames of its own. `falseMatchRate` (0..1) is that of one picture
 * against one, at the threshold in force and within the group that is meant, as in the manifest's tables.
 * Tries of one impostor are alike, so they add up to less than `tries` times the rate of one. What liveness
 * keeps out is not in it. Throws for no tries or a rate outside 0..1.
 */
export function attemptFalseMatchRate(attempt: {
  readonly falseMatchRate: number;
  readonly tries: number;
}): number {
  const { falseMatchRate, tries } = attempt;
  if (!(falseMatchRate >= 0 && falseMatchRate <= 1)) throw new RangeError('a rate lies in 0..1');
  if (!Number.isInteger(tries) || tries < 1) throw new RangeError('an attempt has at least one try');
  return Math.min(1, falseMatchRate * oneTry * tries ** growth);
}
