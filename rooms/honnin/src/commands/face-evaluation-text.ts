import path from 'node:path';
import { count, type EvaluationReport, oneIn, percent, percentRange } from '@honnin/face/evaluation';

/** Prints what an evaluation found as a short table. */
export function tellEvaluation(report: EvaluationReport, folder: string): void {
  const { atShipped } = report;
  const rows = [
    ['false match rate', 'threshold', 'genuine refused', '95 % interval'],
    ...report.rates.map(({ fmr, threshold, fnmr, fnmrInterval, supported }) => [
      `${oneIn(fmr)}${supported ? '' : ' (too few pairs)'}`,
      threshold?.toFixed(3) ?? '–',
      percent(fnmr),
      percentRange(fnmrInterval),
    ]),
    [
      atShipped.fmr === null ? '–' : atShipped.fmr === 0 ? 'none seen' : oneIn(atShipped.fmr),
      `${atShipped.threshold} (shipped)`,
      percent(atShipped.fnmr),
      percentRange(atShipped.fnmrInterval),
    ],
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = [
    `${count(report.data.images)} images of ${count(report.data.people)} people, ${count(report.failedToProcess)} not processed; ${count(report.genuinePairs)} genuine and ${count(report.impostorPairs)} impostor pairs`,
    `accuracy ${percent(report.accuracy)}, area under the curve ${report.aucRoc?.toFixed(4) ?? '–'}`,
    '',
    ...rows.map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    ...report.groups.map(
      ({ group, atShipped: at }) =>
        `${group}: ${at.fmr === null ? '–' : at.fmr === 0 ? 'no false match' : `${oneIn(at.fmr)} accepted`}, ${percent(at.fnmr)} refused at ${at.threshold}`,
    ),
    '',
    `Report: ${path.join(folder, 'report.html')}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
