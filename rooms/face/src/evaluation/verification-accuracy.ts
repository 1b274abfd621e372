/** A listed pair with its score; null when it could not be compared, which answers "not the same". */
export interface JudgedPair {
  readonly same: boolean;
  readonly score: number | null;
  readonly fold: string | null;
}

/** How `accuracy` was found. */
type AccuracyMethod = 'folds' | 'best-threshold';

/** Share of right answers over the listed pairs. */
export interface Accuracy {
  readonly accuracy: number;
  readonly method: AccuracyMethod;
  /** Standard error of the mean over folds; null without folds. */
  readonly standardError: number | null;
}

/**
 * With folds: each is judged at the threshold that is best on all the others, and the mean over folds is taken
 * (the protocol of Labeled Faces in the Wild). Without: the best share that any one threshold reaches, which
 * flatters a little. Null when the list has only genuine or only impostor pairs.
 */
export function verificationAccuracy(pairs: readonly JudgedPair[]): Accuracy | null {
  if (!pairs.some(({ same }) => same) || pairs.every(({ same }) => same)) return null;
  const names = [...new Set(pairs.map(({ fold }) => fold))];
  // A fold of one kind only would leave its threshold, or its judgement, to chance.
  const mixed = names.every((name) =>
    [true, false].every((kind) => pairs.some(({ same, fold }) => fold === name && same === kind)),
  );
  if (names.length < 2 || names.includes(null) || !mixed) {
    return { accuracy: bestThreshold(pairs).accuracy, method: 'best-threshold', standardError: null };
  }
  const shares = names.map((name) => {
    const { threshold } = bestThreshold(pairs.filter(({ fold }) => fold !== name));
    const held = pairs.filter(({ fold }) => fold === name);
    return (
      held.filter(({ same, score }) => same === (score !== null && score >= threshold)).length / held.length
    );
  });
  const mean = shares.reduce((sum, v) => sum + v, 0) / shares.length;
  const spread = shares.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (shares.length - 1);
  return { accuracy: mean, method: 'folds', standardError: Math.sqrt(spread / shares.length) };
}

function bestThreshold(pairs: readonly JudgedPair[]): { threshold: number; accuracy: number } {
  const sorted = [...pairs].sort((p, q) => (q.score ?? -2) - (p.score ?? -2));
  // Nothing is accepted yet: every impostor pair is right.
  let right = pairs.filter(({ same }) => !same).length;
  let best = { right, threshold: 1.1 };
  for (const [i, { same, score }] of sorted.entries()) {
    if (score === null) break;
    right += same ? 1 : -1;
    const next = sorted[i + 1]?.score ?? null;
    // Equal scores fall on the same side of any threshold.
    if (next === score) continue;
    if (right > best.right) best = { right, threshold: next === null ? score : (score + next) / 2 };
  }
  return { threshold: best.threshold, accuracy: best.right / pairs.length };
}
