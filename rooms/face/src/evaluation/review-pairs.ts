import type { ImagePair } from './gather-images.ts';

/** Lines of a list that hardly mean what they say. */
export interface PairReview {
  /** Two lines that say the opposite of one pair, or one that calls a picture another person than itself. */
  readonly contradictions: readonly (readonly [earlier: number, later: number])[];
  /** Lines that say once more what a line before them said. */
  readonly repeated: readonly number[];
  /** Lines that compare a picture with itself, which proves nothing. */
  readonly withThemselves: readonly number[];
}

/** Looks through the pairs by the images that they name, whichever way the names are written. */
export function reviewPairs(pairs: readonly ImagePair[]): PairReview {
  const said = new Map<string, { readonly line: number; readonly same: boolean }>();
  const contradictions: [number, number][] = [];
  const repeated: number[] = [];
  const withThemselves: number[] = [];
  for (const { line, a, b, same } of pairs) {
    if (a === b) {
      if (same) withThemselves.push(line);
      else contradictions.push([line, line]);
      continue;
    }
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const before = said.get(key);
    if (before === undefined) said.set(key, { line, same });
    else if (before.same === same) repeated.push(line);
    else contradictions.push([before.line, line]);
  }
  return { contradictions, repeated, withThemselves };
}
