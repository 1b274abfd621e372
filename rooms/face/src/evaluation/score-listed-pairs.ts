import type { ImageTemplate } from './embed-images.ts';
import type { ImagePair } from './gather-images.ts';
import { createScoreHistogram } from './score-histogram.ts';
import { createScoreTail } from './score-tail.ts';
import { bySubject, type ImpostorSet, type ScoredTrials } from './scored-trials.ts';
import type { Subjects } from './subjects.ts';

/** Scores of the listed pairs, in their order; null where an image has no template. */
export function scorePairs(
  pairs: readonly ImagePair[],
  first: readonly (ImageTemplate | undefined)[],
  second: readonly (ImageTemplate | undefined)[],
): (number | null)[] {
  return pairs.map(({ a, b }) => {
    const [p, q] = [first[a], second[b]];
    if (p?.status !== 'done' || q?.status !== 'done') return null;
    let dot = 0;
    for (let i = 0; i < p.vector.length; i++) dot += (p.vector[i] ?? 0) * (q.vector[i] ?? 0);
    return dot;
  });
}

/** The listed pairs and nothing else: both genuine and impostor comparisons come from the list. */
export function scoreListedPairs(
  pairs: readonly ImagePair[],
  subjects: Subjects,
  first: readonly (ImageTemplate | undefined)[],
  second: readonly (ImageTemplate | undefined)[],
): ScoredTrials {
  const listed = scorePairs(pairs, first, second);
  const tail = createScoreTail();
  for (const [i, { a, b, same }] of pairs.entries()) {
    const score = listed[i] ?? null;
    if (!same && score !== null) tail.add(score, a, b);
  }
  return {
    genuine: pairs.flatMap(({ a, b, same, group }, i) =>
      same ? [{ a, b, subject: subjects.ofImage[a] ?? 0, group, score: listed[i] ?? null }] : [],
    ),
    impostors: listedImpostors(pairs, listed, subjects, null),
    impostorNotCompared: pairs.filter(({ same }, i) => !same && listed[i] === null).length,
    within: (group) => listedImpostors(pairs, listed, subjects, group),
    highest: tail.take(),
    listed,
  };
}

/** The listed pairs of different people: all, or those of a group. */
export function listedImpostors(
  pairs: readonly ImagePair[],
  listed: readonly (number | null)[],
  { ofImage }: Subjects,
  group: string | null,
): ImpostorSet {
  const histogram = createScoreHistogram();
  const tail = createScoreTail();
  const first: number[] = [];
  const second: number[] = [];
  for (const [i, pair] of pairs.entries()) {
    const score = listed[i] ?? null;
    if (pair.same || score === null || (group !== null && pair.group !== group)) continue;
    histogram.add(score);
    tail.add(score, pair.a, pair.b);
    first.push(ofImage[pair.a] ?? 0);
    second.push(ofImage[pair.b] ?? 0);
  }
  return {
    histogram,
    tail: bySubject(tail.take(), ofImage),
    weight: (weights) =>
      first.reduce((sum, one, i) => sum + (weights[one] ?? 0) * (weights[second[i] ?? 0] ?? 0), 0),
  };
}
