import type { Interval } from './binomial-interval.ts';
import type { EvaluationReport, RateEntry } from './evaluation-report.ts';

/** The one line that `honnin face evaluate --json` ends with; null where the data cannot say. */
export interface EvaluationSummary {
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  readonly failedToProcess: number;
  readonly aucRoc: number | null;
  readonly accuracy: number | null;
  /** By false match rate: `1e-2`, `1e-3`, `1e-4`, `1e-5`. */
  readonly fnmrAtFmr: Readonly<Record<string, number | null>>;
  readonly thresholdAtFmr: Readonly<Record<string, number | null>>;
  readonly fmrAtShippedThreshold: number | null;
  readonly fnmrAtShippedThreshold: number | null;
  readonly shippedThreshold: number;
  readonly genuineNotCompared: number;
  readonly impostorNotCompared: number;
  readonly fnmrIntervalAtFmr: Readonly<Record<string, Interval | null>>;
  readonly supported: Readonly<Record<string, boolean>>;
  readonly groups: Readonly<
    Record<
      string,
      { readonly fmrAtShippedThreshold: number | null; readonly fnmrAtShippedThreshold: number | null }
    >
  >;
  readonly repeatedPairs: number;
  readonly pairsWithThemselves: number;
  readonly images: number;
  readonly people: number;
  readonly imagesPerSecond: number | null;
  readonly processorMsPerImage: number | null;
}

/** Picks the summary out of a report. */
export function summariseReport(report: EvaluationReport): EvaluationSummary {
  const byRate = <T>(of: (rate: RateEntry) => T): Record<string, T> =>
    Object.fromEntries(report.rates.map((rate) => [rate.fmr.toExponential(), of(rate)]));
  return {
    genuinePairs: report.genuinePairs,
    impostorPairs: report.impostorPairs,
    failedToProcess: report.failedToProcess,
    aucRoc: report.aucRoc,
    accuracy: report.accuracy,
    fnmrAtFmr: byRate(({ fnmr }) => fnmr),
    thresholdAtFmr: byRate(({ threshold }) => threshold),
    fmrAtShippedThreshold: report.atShipped.fmr,
    fnmrAtShippedThreshold: report.atShipped.fnmr,
    shippedThreshold: report.atShipped.threshold,
    genuineNotCompared: report.genuineNotCompared,
    impostorNotCompared: report.impostorNotCompared,
    fnmrIntervalAtFmr: byRate(({ fnmrInterval }) => fnmrInterval),
    supported: byRate(({ supported }) => supported),
    groups: Object.fromEntries(
      report.groups.map(({ group, atShipped }) => [
        group,
        { fmrAtShippedThreshold: atShipped.fmr, fnmrAtShippedThreshold: atShipped.fnmr },
      ]),
    ),
    repeatedPairs: report.data.repeatedPairs,
    pairsWithThemselves: report.data.pairsWithThemselves,
    images: report.data.images,
    people: report.data.people,
    imagesPerSecond: report.timing.imagesPerSecond,
    processorMsPerImage: report.timing.processorMsPerImage,
  };
}
