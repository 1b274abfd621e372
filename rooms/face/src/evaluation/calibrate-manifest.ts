import path from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { ModelEntry, ModelManifest, ThresholdTable } from '../manifest/model-manifest.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import { count, oneIn } from './figure-text.ts';

const all = 'everybody in the set';
/** The rate that is shipped where the data can show it. */
const wantedRate = 1e-4;

/**
 * The manifest, to be written into `folder`, with thresholds as this evaluation measured them, over everybody and for each group, and no others. Only rates that the data support (rule of three) are written. The shipped threshold is the highest that
 * any group needs for 1 in 10,000, or for the lowest rate that the whole set supports. Fails with
 * `evaluation-too-small` when it supports none.
 */
export function calibrateManifest(
  manifest: ModelManifest,
  report: EvaluationReport,
  folder: string,
): Attempt<ModelManifest> {
  const { data } = report;
  const measured = `${data.pairsFile ?? 'folders'}, ${report.made.slice(0, 10)}, ${protocols[data.protocol]}`;
  const everybody = tableOf(
    all,
    `${measured}: ${count(data.people)} people, ${count(report.genuinePairs)} genuine pairs, ${count(report.failedToProcess)} images not processed`,
    data,
    report,
  );
  const groups = report.groups.map((group) =>
    tableOf(
      group.group === all ? `${all} (group)` : group.group,
      `${measured}: ${count(group.people)} people against one another, ${count(group.genuinePairs)} genuine pairs`,
      data,
      group,
    ),
  );
  const supported = everybody.entries.map(({ falseMatchRate }) => falseMatchRate);
  const rate = supported.includes(wantedRate) ? wantedRate : Math.min(...supported);
  if (!Number.isFinite(rate)) {
    return failed(
      reason('evaluation-too-small', `${report.impostorPairs} impostor pairs; 1 in 100 takes 300 and more`),
    );
  }
  const needs = [everybody, ...groups].flatMap(({ group, entries }) => {
    const entry = entries.find(({ falseMatchRate }) => falseMatchRate === rate);
    return entry === undefined ? [] : [{ group, threshold: entry.threshold }];
  });
  const highest = needs.reduce((most, need) => (need.threshold > most.threshold ? need : most));
  const silent = groups.filter(({ group }) => !needs.some((need) => need.group === group));
  const { detector, landmarks, recogniser, liveness, eyes } = manifest;
  return done({
    ...manifest,
    detector: movedTo(folder, detector),
    landmarks: movedTo(folder, landmarks),
    recogniser: movedTo(folder, recogniser),
    liveness: movedTo(folder, liveness),
    eyes: movedTo(folder, eyes),
    thresholds: [everybody, ...groups.filter(({ entries }) => entries.length > 0)],
    shipped: {
      threshold: highest.threshold,
      falseMatchRate: rate,
      statement: [
        `At ${highest.threshold} no more than ${oneIn(rate)} pairs of different people match, measured on ${measured}; ${highest.group} ${needs.length > 1 ? 'needs the highest threshold' : 'is all that was measured'}.`,
        ...(silent.length === 0
          ? []
          : [`Too few pairs to say so within: ${silent.map(({ group }) => group).join(', ')}.`]),
        'It holds for people and cameras like those it was measured on.',
      ].join(' '),
    },
  });
}

const protocols: Readonly<Record<EvaluationReport['data']['protocol'], string>> = {
  'image-image': 'one image against one image',
  'chip-image': 'chip photo against one image',
  'photo-mean': 'one photo against the mean of several images',
};

function tableOf(
  group: string,
  text: string,
  { protocol, chip, live, people: everybody }: EvaluationReport['data'],
  measured: Pick<EvaluationReport, 'rates' | 'impostorPairs'> & { readonly people?: number },
): ThresholdTable {
  const people = measured.people ?? everybody;
  const condition =
    protocol === 'image-image' ? 'single-to-single' : chip && live === 5 ? 'chip-to-five' : null;
  return {
    group,
    data: text,
    ...(condition === null ? {} : { condition }),
    ...(people >= 2 ? { people } : {}),
    ...(measured.impostorPairs > 0 ? { pairs: measured.impostorPairs } : {}),
    entries: measured.rates.flatMap(({ fmr, threshold, fnmr, fnmrInterval, supported }) =>
      threshold === null || !supported
        ? []
        : [
            {
              falseMatchRate: fmr,
              threshold,
              ...(fnmr === null ? {} : { accepted: 1 - fnmr }),
              ...(fnmrInterval === null
                ? {}
                : { acceptedInterval: { low: 1 - fnmrInterval.high, high: 1 - fnmrInterval.low } }),
            },
          ],
    ),
  };
}

/** A file that does not lie in the models folder is named from where the manifest will lie. */
function movedTo(folder: string, entry: ModelEntry): ModelEntry {
  if (!path.isAbsolute(entry.file)) return entry;
  return { ...entry, file: path.relative(path.resolve(folder), entry.file) };
}
