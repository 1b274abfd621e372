import type { SubjectScores } from './bootstrap-by-subject.ts';
import type { ScoreHistogram } from './score-histogram.ts';
import type { ScoredPairs } from './score-tail.ts';

/** One genuine comparison; the score is null when an image could not be processed. */
export interface GenuineTrial {
  readonly a: number;
  readonly b: number;
  readonly subject: number;
  readonly group: string | null;
  readonly score: number | null;
}

/** Impostor comparisons of one set of people. */
export interface ImpostorSet {
  readonly histogram: ScoreHistogram;
  readonly tail: SubjectScores;
  /** The weight of all its pairs when subject i counts `weights[i]` times. */
  readonly weight: (weights: Float64Array) => number;
}

/** Everything that one protocol compared. */
export interface ScoredTrials {
  readonly genuine: readonly GenuineTrial[];
  readonly impostors: ImpostorSet;
  readonly impostorNotCompared: number;
  /** Impostors within a group. */
  readonly within: (group: string) => ImpostorSet;
  /** The highest impostor pairs, by images. */
  readonly highest: ScoredPairs;
  /** Scores of the listed pairs in their order; null: not compared, or not this protocol's. */
  readonly listed: readonly (number | null)[] | null;
}

/** The pairs of a tail by subject. */
export function bySubject(pairs: ScoredPairs, ofImage: Int32Array): SubjectScores {
  return {
    scores: pairs.scores,
    first: pairs.first.map((image) => ofImage[image] ?? 0),
    second: pairs.second.map((image) => ofImage[image] ?? 0),
  };
}

/** The pairs for which `keep` holds. */
export function filterScores(
  { scores, first, second }: SubjectScores,
  keep: (first: number, second: number) => boolean,
): SubjectScores {
  const places = [...scores.keys()].filter((i) => keep(first[i] ?? 0, second[i] ?? 0));
  return {
    scores: Float64Array.from(places, (i) => scores[i] ?? 0),
    first: Int32Array.from(places, (i) => first[i] ?? 0),
    second: Int32Array.from(places, (i) => second[i] ?? 0),
  };
}
