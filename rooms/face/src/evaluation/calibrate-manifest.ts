import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { ModelManifest, ThresholdTable } from '../manifest/model-manifest.ts';
import type { EvaluationReport, RateEntry } from './evaluation-report.ts';
import { count, oneIn } from './figure-text.ts';

/** The rate that is shipped where the data can show it. */
const wantedRate = 1e-4;

/**
 * The manifest with thresholds as this evaluation measured them, over everybody and for each group, and no other
 * ones. Only rates that the data support (rule of three) are written. The shipped threshold is the highest that
 * any group needs for 1 in 10,000, or for the lowest rate that the whole set supports. Fails with
 * `evaluation-too-small` when it supports none.
 */
export function calibrateManifest(manifest: ModelManifest, report: EvaluationReport): Attempt<ModelManifest> {
  const { data } = report;
  const measured = `${data.pairsFile ?? 'folders'}, ${report.made.slice(0, 10)}, ${protocols[data.protocol]}`;
  const everybody = tableOf(
    'everybody in the set',
    `${measured}: ${count(data.people)} people, ${count(report.impostorPairs)} impostor and ${count(report.genuinePairs)} genuine pairs, ${count(report.failedToProcess)} images not processed`,
    report.rates,
  );
  const groups = report.groups.map(({ group, people, impostorPairs, genuinePairs, rates }) =>
    tableOf(
      group,
      `${measured}: ${count(people)} people against one another, ${count(impostorPairs)} impostor and ${count(genuinePairs)} genuine pairs`,
      rates,
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
  return done({
    ...manifest,
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

function tableOf(group: string, data: string, rates: readonly RateEntry[]): ThresholdTable {
  return {
    group,
    data,
    entries: rates.flatMap(({ fmr, threshold, fnmr, supported }) =>
      threshold === null || !supported
        ? []
        : [{ falseMatchRate: fmr, threshold, ...(fnmr === null ? {} : { accepted: 1 - fnmr }) }],
    ),
  };
}
