import type { Contender, Measure } from './contender.ts';
import { type ErrorRates, errorRates } from './error-rates.ts';
import { intervalByPerson } from './interval-by-person.ts';
import type { PicturePairs } from './picture-pairs.ts';
import { templateScores } from './template-scores.ts';

/** False match rates that are asked for. */
const wantedRates = [1e-2, 1e-3, 1e-4, 1e-5] as const;

/** False non-match rate at one false match rate; null where the impostor pairs are too few to say (under one). */
export interface OperatingPoint {
  readonly fmr: number;
  readonly falseMatchesAllowed: number;
  readonly threshold: number | null;
  readonly fnmr: number | null;
  /** 95 %, by drawing people, the threshold taken as given. */
  readonly interval: readonly [number, number] | null;
}

interface PairSet {
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  readonly auc: number;
  readonly points: readonly OperatingPoint[];
  /** What the library's documented decision gives. */
  readonly documented: { readonly fmr: number; readonly fnmr: number };
}

export interface Accuracy {
  /** The better of cosine and Euclidean distance for this library, by false non-matches in `allPairs`. */
  readonly measure: Measure;
  /** Pairs as listed; null when the list holds no pair of different people. */
  readonly listed: PairSet | null;
  /** The listed genuine pairs against every two pictures of different people. */
  readonly allPairs: PairSet;
  /** False non-matches at 1e-4 among genuine pairs that every library processed. */
  readonly processedByAll: { readonly genuinePairs: number; readonly fnmr: number | null };
  /** For a plot: rising false match rate. */
  readonly det: readonly { readonly fmr: number; readonly fnmr: number }[];
}

/**
 * Error rates of one library. A picture that it could not process is a non-match with every other. `everybodys`
 * tells for each picture whether all libraries processed it.
 */
export function accuracyOf(
  contender: Contender,
  templates: readonly (Float32Array | null)[],
  { pictures, pairs }: PicturePairs,
  everybodys: readonly boolean[],
): Accuracy {
  const people = pictures.map(({ person }) => person);
  const genuine = pairs.filter(({ same }) => same);
  const different = pairs.filter(({ same }) => !same);
  const by = (measure: Measure) => {
    const { score, impostors } = templateScores(templates, people, measure);
    const own = genuine.map(({ a, b }) => score(a, b));
    const rates = (of: Float32Array) => errorRates(Float64Array.from(own), of);
    return {
      measure,
      own,
      all: rates(impostors()),
      listed: different.length === 0 ? null : rates(Float32Array.from(different, ({ a, b }) => score(a, b))),
    };
  };
  const cosine = by('cosine');
  const euclidean = by('euclidean');
  const better = strictest(euclidean.all) < strictest(cosine.all) ? euclidean : cosine;
  const documented = contender.documented.measure === 'cosine' ? cosine : euclidean;

  const pairSet = (rates: ErrorRates, asDocumented: ErrorRates): PairSet => ({
    genuinePairs: genuine.length,
    impostorPairs: rates.impostorPairs,
    auc: rates.auc,
    points: wantedRates.map((fmr) => {
      const threshold = rates.thresholdAt(fmr);
      const falseMatchesAllowed = Math.floor(fmr * rates.impostorPairs + 1e-9);
      if (threshold === null) return { fmr, falseMatchesAllowed, threshold, fnmr: null, interval: null };
      const outcomes = genuine.map(({ a }, i) => ({
        person: people[a] ?? '',
        missed: (better.own[i] ?? 0) <= threshold,
      }));
      const fnmr = rates.fnmrAbove(threshold);
      return { fmr, falseMatchesAllowed, threshold, fnmr, interval: intervalByPerson(outcomes) };
    }),
    documented: asDocumented.at(contender.documented.atLeast),
  });

  const allPairs = pairSet(better.all, documented.all);
  const threshold = allPairs.points.find(({ fmr }) => fmr === 1e-4)?.threshold ?? null;
  const fair = better.own.filter((_, i) => {
    const { a = 0, b = 0 } = genuine[i] ?? {};
    return everybodys[a] === true && everybodys[b] === true;
  });
  return {
    measure: better.measure,
    listed:
      better.listed === null || documented.listed === null ? null : pairSet(better.listed, documented.listed),
    allPairs,
    processedByAll: {
      genuinePairs: fair.length,
      fnmr:
        threshold === null || fair.length === 0
          ? null
          : fair.filter((score) => score <= threshold).length / fair.length,
    },
    det: detOf(better.all),
  };
}

/** False non-match rate at the lowest wanted rate that the impostor pairs can show. */
function strictest(rates: ErrorRates): number {
  const [threshold = null] = [1e-4, 1e-3, 1e-2].flatMap((fmr) => rates.thresholdAt(fmr) ?? []);
  return threshold === null ? 1 - rates.auc : rates.fnmrAbove(threshold);
}

function detOf(rates: ErrorRates): Accuracy['det'] {
  const steps = Array.from({ length: 61 }, (_, i) => 10 ** (-6 + i / 10));
  return steps.flatMap((fmr) => {
    const threshold = rates.thresholdAt(fmr);
    return threshold === null ? [] : [{ fmr, fnmr: rates.fnmrAbove(threshold) }];
  });
}
