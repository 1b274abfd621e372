/**
 * Draws one detection error trade-off plot of several evaluations into a file:
 *
 *   node --import tsx rooms/face/test/draw-det-picture.ts OUT.svg TITLE LABEL=report.json…
 *
 * The reports are those of `honnin face evaluate`; each mark is the threshold that was shipped when it ran.
 */
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { Value } from 'typebox/value';
import { type DetCurve, drawDet, EvaluationReport } from '../src/evaluation/index.ts';

const [out, title, ...reports] = process.argv.slice(2);
if (out === undefined || title === undefined || reports.length === 0) {
  throw new Error('give a file to write, a title, and LABEL=report.json for each curve');
}
const curves: DetCurve[] = [];
for (const given of reports) {
  const split = given.lastIndexOf('=');
  const report = Value.Parse(EvaluationReport, JSON.parse(await readFile(given.slice(split + 1), 'utf8')));
  const { threshold, fmr, fnmr } = report.atShipped;
  const marks = fmr === null || fnmr === null ? [] : [{ fmr, fnmr, label: `threshold ${threshold}` }];
  curves.push({ label: given.slice(0, split), points: report.det.points, band: report.det.band, marks });
}
await writeFile(out, drawDet({ title, curves, lowestFmr: 1e-6, lowestFnmr: 1e-3 }));
