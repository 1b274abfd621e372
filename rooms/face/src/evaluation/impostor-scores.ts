import { openDotProducts } from './dot-products.ts';
import { binOf, createScoreHistogram, type ScoreHistogram } from './score-histogram.ts';
import { createScoreTail, type ScoredPairs } from './score-tail.ts';

/** Templates in one flat matrix, and whose they are. */
export interface TemplateMatrix {
  /** count x length, each row of norm 1. */
  readonly vectors: Float32Array;
  readonly length: number;
  /** Subject of each row. */
  readonly subjects: Int32Array;
  /** What each row is, in the caller's numbering; this is what the tail names. */
  readonly items: Int32Array;
}

/** Scores of pairs of different people. */
export interface ImpostorScores {
  readonly all: ScoreHistogram;
  /** Pairs within one group, by group. */
  readonly within: readonly ScoreHistogram[];
  /** The highest pairs, by `items`. */
  readonly tail: ScoredPairs;
}

export interface ImpostorOptions {
  /** Group of each subject; -1 is none. */
  readonly groupOfSubject: Int32Array;
  readonly groups: number;
  /** Pairs of items of different subjects that the list calls the same person: no impostors. */
  readonly except?: { has(first: number, second: number): boolean; readonly size: number };
  readonly threads: number;
  readonly progress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

const block = 1024;

/**
 * Scores every row of `left` against every row of `right` of another subject; with `right` null, every two rows
 * of `left` once. Blocks of 1,024 x 1,024 keep the memory flat, however many there are.
 */
export async function scoreImpostors(
  left: TemplateMatrix,
  right: TemplateMatrix | null,
  options: ImpostorOptions,
): Promise<ImpostorScores> {
  const { groupOfSubject, except, progress, signal } = options;
  const other = right ?? left;
  const { length } = left;
  const some = except !== undefined && except.size > 0;
  const all = createScoreHistogram();
  const within = Array.from({ length: options.groups }, createScoreHistogram);
  const tail = createScoreTail();
  const [rows, columns] = [left.subjects.length, other.subjects.length];
  if (rows === 0 || columns === 0) return { all, within, tail: tail.take() };
  await using products = await openDotProducts(length, options.threads);
  const { counts } = all;
  // A function of its own, called for each block, is what the compiler makes fast.
  const tally = (
    scores: Float32Array,
    top: number,
    bottom: number,
    start: number,
    end: number,
    triangle: boolean,
  ): void => {
    for (let row = top; row < bottom; row++) {
      const subject = left.subjects[row] ?? 0;
      const group = groupOfSubject[subject] ?? -1;
      const item = left.items[row] ?? 0;
      const offset = (row - top) * (end - start) - start;
      for (let column = triangle ? Math.max(start, row + 1) : start; column < end; column++) {
        const against = other.subjects[column] ?? 0;
        if (against === subject) continue;
        if (some && except?.has(item, other.items[column] ?? 0)) continue;
        const score = scores[offset + column] ?? 0;
        const bin = binOf(score);
        counts[bin] = (counts[bin] ?? 0) + 1;
        if (group >= 0 && group === groupOfSubject[against]) within[group]?.add(score);
        if (score >= tail.cutoff) tail.add(score, item, other.items[column] ?? 0);
      }
    }
  };
  for (let top = 0; top < rows; top += block) {
    const bottom = Math.min(rows, top + block);
    const a = left.vectors.subarray(top * length, bottom * length);
    for (let start = right === null ? top : 0; start < columns; start += block) {
      signal?.throwIfAborted();
      const end = Math.min(columns, start + block);
      const scores = await products.multiply(a, other.vectors.subarray(start * length, end * length));
      tally(scores, top, bottom, start, end, right === null);
      const done = top + ((bottom - top) * (end - start)) / Math.max(1, columns);
      progress?.(Math.min(1, done / rows));
    }
  }
  return { all, within, tail: tail.take() };
}
