import { binomialInterval, type Interval, ruleOfThree } from './binomial-interval.ts';
import { type BootstrapIntervals, bootstrapBySubject, type SubjectScores } from './bootstrap-by-subject.ts';
import type { EvaluationReport, RateEntry } from './evaluation-report.ts';
import { createScoreHistogram, type ScoreHistogram } from './score-histogram.ts';

/** The false match rates that are reported. */
const reportedRates = [1e-2, 1e-3, 1e-4, 1e-5] as const;
/** Drawing fewer than that anew says nothing. */
const fewestPeople = 10;
/** Where the band of the curve is measured; above, it is too narrow to be seen. */
const bandRates = Array.from({ length: 19 }, (_, i) => 10 ** (-6 + i / 4)).filter((rate) => rate <= 0.03);

/** Scores of one set of people: everybody, or a group. */
export interface ScoredSet {
  readonly subjects: number;
  /** Score -2 stands for a pair that could not be compared. */
  readonly genuine: SubjectScores;
  readonly impostors: ScoreHistogram;
  readonly impostorTail: SubjectScores;
  readonly impostorWeight: (weights: Float64Array) => number;
  readonly people: number;
  readonly peopleWithGenuinePairs: number;
  readonly shippedThreshold: number;
  readonly resamples: number;
  readonly seed: number;
}

type AtThreshold = EvaluationReport['atShipped'];

/** What the scores say at the reported rates and at the shipped threshold. */
export interface OperatingPoints {
  readonly genuine: ScoreHistogram;
  readonly genuineNotCompared: number;
  readonly rates: RateEntry[];
  readonly atShipped: AtThreshold;
  readonly band: { fmr: number; low: number; high: number }[];
}

/** Thresholds, error rates and their intervals by bootstrap over people. */
export function findOperatingPoints(set: ScoredSet): OperatingPoints {
  const { impostors, impostorTail } = set;
  const genuine = createScoreHistogram();
  let notCompared = 0;
  for (const score of set.genuine.scores) {
    if (score < -1.5) notCompared += 1;
    else genuine.add(score);
  }
  const compared = genuine.count;
  const pairs = impostors.count;
  const rates = [...reportedRates, ...bandRates];
  const intervals = bootstrapBySubject({ ...set, rates, threshold: set.shippedThreshold });
  const refused = (threshold: number) => compared - genuine.atLeast(threshold);
  const share = (events: number, of: number) => (of === 0 ? null : events / of);

  const entries = reportedRates.map((fmr, i): RateEntry => {
    const threshold = impostors.thresholdAt(fmr);
    const supported = pairs >= 3 / fmr;
    if (threshold === null) {
      return {
        fmr,
        threshold: null,
        thresholdInterval: null,
        falseMatches: null,
        peopleInvolved: null,
        supported,
        fnmr: null,
        fnmrInterval: null,
        fnmrCompared: null,
      };
    }
    const misses = refused(threshold);
    return {
      fmr,
      threshold,
      thresholdInterval: intervals.atRates[i]?.threshold ?? null,
      falseMatches: impostors.atLeast(threshold),
      peopleInvolved: peopleAbove(impostorTail, threshold, impostors.atLeast(threshold)),
      supported,
      fnmr: share(misses + notCompared, compared + notCompared),
      fnmrInterval: widen(
        intervals.atRates[i]?.fnmr ?? null,
        misses + notCompared,
        set.peopleWithGenuinePairs,
      ),
      fnmrCompared: share(misses, compared),
    };
  });
  return {
    genuine,
    genuineNotCompared: notCompared,
    rates: entries,
    atShipped: atShipped(
      set,
      intervals,
      impostors.atLeast(set.shippedThreshold),
      refused,
      compared,
      notCompared,
    ),
    band: bandRates.flatMap((fmr, i) => {
      const interval = intervals.atRates[reportedRates.length + i]?.fnmr ?? null;
      return interval === null || pairs * fmr < 1 ? [] : [{ fmr, ...interval }];
    }),
  };
}

function atShipped(
  set: ScoredSet,
  intervals: BootstrapIntervals,
  falseMatches: number,
  refused: (threshold: number) => number,
  compared: number,
  notCompared: number,
): AtThreshold {
  const threshold = set.shippedThreshold;
  const pairs = set.impostors.count;
  const misses = refused(threshold);
  const listed = compared + notCompared;
  return {
    threshold,
    falseMatches,
    fmr: pairs === 0 ? null : falseMatches / pairs,
    // Without a single false match people count, two for each independent pair.
    fmrInterval:
      pairs === 0
        ? null
        : falseMatches === 0
          ? { low: 0, high: ruleOfThree(Math.floor(set.people / 2)) }
          : set.people < fewestPeople
            ? null
            : intervals.fmrAtThreshold,
    falseNonMatches: misses + notCompared,
    fnmr: listed === 0 ? null : (misses + notCompared) / listed,
    fnmrInterval: widen(intervals.fnmrAtThreshold, misses + notCompared, set.peopleWithGenuinePairs),
    fnmrCompared: compared === 0 ? null : misses / compared,
  };
}

/** A bootstrap of no error is no error: then the exact interval over people takes its place. */
function widen(interval: Interval | null, errors: number, people: number): Interval | null {
  if (people === 0) return null;
  if (errors === 0) return binomialInterval(0, people, 0.9);
  return people < fewestPeople ? null : interval;
}

/** How many people the false matches are between; null when the tail does not hold them all. */
function peopleAbove(tail: SubjectScores, threshold: number, expected: number): number | null {
  const people = new Set<number>();
  let found = 0;
  for (const [i, score] of tail.scores.entries()) {
    // The tail's scores are single precision; the histogram's bins decide.
    if (score < threshold - 1e-7) continue;
    found += 1;
    people.add(tail.first[i] ?? 0).add(tail.second[i] ?? 0);
  }
  return found < expected ? null : people.size;
}
