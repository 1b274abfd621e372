import { escapeText } from './chart-frame.ts';
import { drawDet } from './draw-det.ts';
import { drawScoreHistogram } from './draw-score-histogram.ts';
import type { EvaluationReport, RateEntry } from './evaluation-report.ts';
import { count, oneIn, oneInRange, percent, percentRange } from './figure-text.ts';
import { drawing, framePage, section, table, tiles } from './page-frame.ts';

/** Small JPEG pictures by image name, for the pairs and failures that are shown. */
export type ReportPictures = ReadonlyMap<string, Uint8Array>;

/** More failures than this are counted and stand in report.json only. */
const shownFailures = 60;

/**
 * report.html of an evaluation: one file, readable on a phone, in the dark and on paper. `pictures` null leaves
 * all faces out.
 */
export function renderReportPage(report: EvaluationReport, pictures: ReportPictures | null): string {
  const { atShipped, data } = report;
  const recogniser = report.models.find(({ role }) => role === 'recogniser');
  return framePage(
    'Face evaluation',
    [
      `<p class="soft">Honnin face evaluation, ${escapeText(report.made.slice(0, 16).replace('T', ' '))} UTC</p>`,
      `<h1>${escapeText(recogniser?.name ?? 'Recogniser')} on ${count(data.people)} people</h1>`,
      summary(report),
      tiles([
        [percent(atShipped.fnmr), `genuine refused at the shipped threshold ${atShipped.threshold}`],
        [
          atShipped.fmr === null ? '–' : oneIn(atShipped.fmr),
          'different people accepted at the shipped threshold',
        ],
        [
          percent(report.accuracy),
          report.accuracyMethod === 'folds' ? 'accuracy, mean over folds' : 'accuracy at the best threshold',
        ],
        [report.aucRoc === null ? '–' : report.aucRoc.toFixed(4), 'area under the ROC curve'],
        [count(report.failedToProcess), `of ${count(data.images)} images could not be processed`],
      ]),
      section('Thresholds', rateTable(report.rates, report)),
      section('Error trade-off', detOf(report)),
      section('Scores', drawing(drawScoreHistogram(report.distribution, atShipped.threshold))),
      groupsOf(report),
      pairsOf(
        'Different people that look most alike to the network',
        'Look for two names for one person, and for wrong labels, before blaming the network.',
        report.highestImpostors,
        pictures,
      ),
      pairsOf(
        'One person that looks least alike to the network',
        'Look for wrong labels, and for what the pictures have in common.',
        report.lowestGenuine,
        pictures,
      ),
      failuresOf(report, pictures),
      section('Time', timing(report)),
      section('Models', models(report)),
      section(
        'How this was measured',
        `<ul>${report.method.notes.map((note) => `<li>${escapeText(note)}</li>`).join('')}</ul><p class="soft">${count(report.method.resamples)} resamples, seed ${report.method.seed}. All figures: report.json.</p>`,
      ),
    ].join(''),
  );
}

function summary(report: EvaluationReport): string {
  const { atShipped, data, genuinePairs, impostorPairs, impostorNotCompared, rates } = report;
  const compared = impostorPairs - impostorNotCompared;
  const target =
    rates.find(({ fmr, threshold }) => fmr === 1e-4 && threshold !== null) ??
    rates.findLast(({ threshold }) => threshold !== null);
  const said = [
    `At the shipped threshold of ${atShipped.threshold}, ${count(atShipped.falseNonMatches)} of ${count(genuinePairs)} comparisons of one person were refused (${percent(atShipped.fnmr)}${within(percentRange(atShipped.fnmrInterval))}), and ${count(atShipped.falseMatches)} of ${count(compared)} comparisons of different people were accepted${atShipped.fmr === null || atShipped.fmr === 0 ? '' : ` (${oneIn(atShipped.fmr)})`}.`,
    target?.threshold == null
      ? 'There are too few pairs of different people for any threshold.'
      : `To accept no more than ${oneIn(target.fmr)} of them the threshold must be ${target.threshold}; then ${percent(target.fnmr)} of genuine comparisons are refused${within(percentRange(target.fnmrInterval))}.`,
    report.genuineNotCompared === 0
      ? ''
      : `${count(report.genuineNotCompared)} genuine comparisons could not be made, since an image could not be processed; they count as refused.`,
    data.pairsWithThemselves === 0
      ? ''
      : `${count(data.pairsWithThemselves)} listed pairs compare a picture with itself: they always match, and make every figure here kinder than it is.`,
    data.repeatedPairs === 0
      ? ''
      : `${count(data.repeatedPairs)} listed pairs were listed before; they count as often as they are listed.`,
  ];
  const weak = rates.filter(({ supported }) => !supported).map(({ fmr }) => oneIn(fmr));
  if (weak.length > 0) {
    said.push(
      `The data cannot support ${weak.join(' or ')}: that takes three times as many pairs of different people (rule of three), and many people behind them.`,
    );
  }
  return said
    .filter((sentence) => sentence !== '')
    .map((sentence) => `<p>${escapeText(sentence)}</p>`)
    .join('');
}

function within(range: string): string {
  return range === '' ? '' : `, 95 % interval ${range}`;
}

function rateTable(rates: readonly RateEntry[], report: EvaluationReport): string {
  const { atShipped } = report;
  const rows = rates.map((rate) => [
    `${oneIn(rate.fmr)}${rate.supported ? '' : '<small>not supported by the data</small>'}`,
    rate.threshold === null
      ? '–'
      : `${rate.threshold.toFixed(3)}<small>${rate.thresholdInterval === null ? '' : `${rate.thresholdInterval.low.toFixed(3)} to ${rate.thresholdInterval.high.toFixed(3)}`}</small>`,
    `${percent(rate.fnmr)}<small>${percentRange(rate.fnmrInterval)}</small>`,
    percent(rate.fnmrCompared),
    rate.falseMatches === null
      ? '–'
      : `${count(rate.falseMatches)}<small>${rate.peopleInvolved === null ? '' : `among ${count(rate.peopleInvolved)} people`}</small>`,
  ]);
  rows.push([
    `<b>${atShipped.fmr === null ? '–' : atShipped.fmr === 0 ? 'none seen' : oneIn(atShipped.fmr)}</b><small>${oneInRange(atShipped.fmrInterval)}</small>`,
    `<b>${atShipped.threshold}</b><small>shipped</small>`,
    `<b>${percent(atShipped.fnmr)}</b><small>${percentRange(atShipped.fnmrInterval)}</small>`,
    percent(atShipped.fnmrCompared),
    `<b>${count(atShipped.falseMatches)}</b>`,
  ]);
  return table(
    ['False match rate', 'Threshold', 'Genuine refused', 'of those compared', 'False matches'],
    rows,
  );
}

function detOf({ det, atShipped }: EvaluationReport): string {
  if (det.points.length < 2) return '<p>There are too few pairs for a curve.</p>';
  const marks =
    atShipped.fmr === null || atShipped.fnmr === null
      ? []
      : [{ fmr: atShipped.fmr, fnmr: atShipped.fnmr, label: `shipped ${atShipped.threshold}` }];
  const curve = { label: 'all', points: det.points, band: det.band, marks };
  return `${drawing(drawDet({ title: 'Detection error trade-off', curves: [curve] }))}<p class="soft">The band is the 95 % interval over people. Lower and further left is better.</p>`;
}

function groupsOf({ groups, atShipped }: EvaluationReport): string {
  if (groups.length === 0) return '';
  const rows = groups.map((group) => {
    const at = group.rates.find(({ fmr }) => fmr === 1e-4);
    return [
      `${escapeText(group.group)}<small>${count(group.people)} people</small>`,
      count(group.genuinePairs),
      `${percent(group.atShipped.fnmr)}<small>${percentRange(group.atShipped.fnmrInterval)}</small>`,
      count(group.impostorPairs),
      `${group.atShipped.fmr === null ? '–' : group.atShipped.fmr === 0 ? 'none seen' : oneIn(group.atShipped.fmr)}<small>${oneInRange(group.atShipped.fmrInterval)}</small>`,
      at?.threshold == null ? '–' : at.threshold.toFixed(3),
    ];
  });
  return section(
    `By group, at ${atShipped.threshold}`,
    `${table(['Group', 'Genuine pairs', 'Refused', 'Impostor pairs within', 'Accepted', 'Threshold for 1 in 10,000'], rows)}<p class="soft">Impostors are people of the same group. Choose the threshold by the group that fares worst, not by the average.</p>`,
  );
}

function pairsOf(
  title: string,
  advice: string,
  pairs: EvaluationReport['highestImpostors'],
  pictures: ReportPictures | null,
): string {
  if (pairs.length === 0) return '';
  const figures = pairs.map(({ a, b, score }) => {
    const shown = [a, b].map((name) => picture(name, pictures)).join('');
    return `<figure>${shown === '' ? '' : `<div>${shown}</div>`}<figcaption><b>${score?.toFixed(3) ?? '–'}</b> ${escapeText(a)} · ${escapeText(b)}</figcaption></figure>`;
  });
  return section(
    title,
    `<p class="soft">${escapeText(advice)}</p><div class="pairs">${figures.join('')}</div>`,
  );
}

function failuresOf({ failures }: EvaluationReport, pictures: ReportPictures | null): string {
  if (failures.length === 0) return '';
  const figures = failures.slice(0, shownFailures).map(({ image, code, detail, lines }) => {
    const shown = picture(image, pictures);
    const where = lines.length === 0 ? '' : `, line ${lines.slice(0, 5).join(', ')}`;
    return `<figure>${shown === '' ? '' : `<div>${shown}</div>`}<figcaption><b>${escapeText(code)}</b>${detail === null ? '' : ` (${escapeText(detail)})`}: ${escapeText(image)}${where}</figcaption></figure>`;
  });
  const more = failures.length - shownFailures;
  return section(
    `Could not be processed: ${count(failures.length)}`,
    `<div class="pairs">${figures.join('')}</div>${more > 0 ? `<p class="soft">and ${count(more)} more, in report.json</p>` : ''}`,
  );
}

function picture(name: string, pictures: ReportPictures | null): string {
  const jpeg = pictures?.get(name);
  if (jpeg === undefined) return '';
  return `<img alt="${escapeText(name)}" src="data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}">`;
}

function timing({
  timing: { steps, imagesPerSecond, processorMsPerImage, processes },
  machine,
}: EvaluationReport): string {
  const rows = steps.map(({ step, seconds }) => [escapeText(step), `${seconds.toFixed(1)} s`]);
  const rate =
    imagesPerSecond === null
      ? ''
      : `${imagesPerSecond.toFixed(0)} images a second in ${processes} processes, ${processorMsPerImage?.toFixed(1) ?? '–'} ms of processor time each. `;
  const of = `${machine.processor}, ${machine.cores} cores, ${machine.platform}, Node ${machine.node}`;
  return `${table(['Step', 'Took'], rows)}<p class="soft">${escapeText(rate + of)}</p>`;
}

function models(report: EvaluationReport): string {
  const items = report.models.map(
    ({ role, name, file, sha256, licence, notKnown }) =>
      `<tr><td class="text"><b>${escapeText(role)}</b><small>${escapeText(name)}</small></td><td class="text"><code>${escapeText(file)}</code><small><code>${sha256}</code></small></td><td class="text">${escapeText(licence)}<small>${escapeText(notKnown)}</small></td></tr>`,
  );
  return `<div class="wide" tabindex="0"><table><thead><tr><th>Step</th><th>File</th><th>Licence, and what is not known</th></tr></thead><tbody>${items.join('')}</tbody></table></div>`;
}
