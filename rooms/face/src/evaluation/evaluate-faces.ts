import type { ModelManifest } from '../manifest/model-manifest.ts';
import type { SubjectScores } from './bootstrap-by-subject.ts';
import { describeMachine, describeMethod, describeModels } from './describe-run.ts';
import { embedImages, type ImageTemplate } from './embed-images.ts';
import type { EvaluationReport, GroupReport } from './evaluation-report.ts';
import type { FaceProcesses } from './face-processes.ts';
import type { GatheredImages } from './gather-images.ts';
import { findOperatingPoints, type ScoredSet } from './operating-points.ts';
import { distributeScores, trackCurve } from './report-figures.ts';
import { listFailures, listHighest, listLowest } from './report-lists.ts';
import { reviewPairs } from './review-pairs.ts';
import { rocArea } from './roc-area.ts';
import { scoreAllFolders, scoreMeans } from './score-all-folders.ts';
import { scoreBin } from './score-histogram.ts';
import { scoreListedPairs } from './score-listed-pairs.ts';
import type { GenuineTrial, ImpostorSet } from './scored-trials.ts';
import { findSubjects } from './subjects.ts';
import { verificationAccuracy } from './verification-accuracy.ts';

/** How far an evaluation is. */
export interface EvaluationProgress {
  readonly step: 'embed' | 'score' | 'intervals';
  /** 0..1 of the step. */
  readonly share: number;
  /** Images or pairs done so far, of how many. */
  readonly text: string;
}

export interface FaceEvaluationOptions {
  readonly processes: FaceProcesses;
  readonly manifest: ModelManifest;
  readonly gathered: GatheredImages;
  /** File name of the list, for the report; null without one. */
  readonly pairsFile: string | null;
  /** Images of different folders are impostor pairs too. */
  readonly folders: boolean;
  /** Image `a` (with folders every image in that place) goes through a card's chip. */
  readonly chip: boolean;
  /** The photo is compared with the mean of so many other images; needs `folders`. */
  readonly live: number | null;
  readonly resamples: number;
  readonly seed: number;
  /** Clock in milliseconds, and the time of day for the report. */
  readonly now: () => number;
  readonly date: () => Date;
  readonly progress?: (progress: EvaluationProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Embeds every image once, scores all pairs, and works out what the scores say. Rejects only when `signal` is
 * aborted; an image that cannot be processed is counted and named in the report. Templates are overwritten as soon
 * as they are scored.
 */
export async function evaluateFaces(options: FaceEvaluationOptions): Promise<EvaluationReport> {
  const { processes, gathered, manifest, folders, live, now } = options;
  const { images, pairs } = gathered;
  const review = reviewPairs(pairs);
  const steps: { step: string; seconds: number }[] = [];
  let since = now();
  const step = (name: string) => {
    steps.push({ step: name, seconds: (now() - since) / 1000 });
    since = now();
  };
  const subjects = findSubjects(gathered, folders);
  const wantedChips = !options.chip
    ? []
    : folders
      ? [...images.keys()]
      : [...new Set(pairs.map(({ a }) => a))];
  const wantedImages = folders || !options.chip ? [...images.keys()] : [...new Set(pairs.map(({ b }) => b))];
  const total = wantedChips.length + wantedImages.length;
  const embed = (wanted: readonly number[], chip: boolean, before: number) =>
    embedAt(options, wanted, chip, (done) =>
      options.progress?.({
        step: 'embed',
        share: (before + done) / total,
        text: `${before + done} of ${total} images`,
      }),
    );
  const plain = await embed(wantedImages, false, 0);
  const chips = options.chip ? await embed(wantedChips, true, wantedImages.length) : null;
  const embedded = (now() - since) / 1000;
  const { processorMs } = processes;
  step('embed images');

  const running = {
    threads: processes.processes,
    progress: (share: number) => options.progress?.({ step: 'score', share, text: 'pairs' }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  const trials = !folders
    ? scoreListedPairs(pairs, subjects, chips ?? plain, plain)
    : live === null
      ? await scoreAllFolders(gathered, subjects, chips, plain, running)
      : await scoreMeans(gathered, subjects, chips, plain, live, options.seed, running);
  for (const template of [...plain, ...(chips ?? [])]) {
    if (template?.status === 'done') template.vector.fill(0);
  }
  step('score pairs');

  options.progress?.({ step: 'intervals', share: 0, text: `${options.resamples} resamples` });
  const scored = (genuine: readonly GenuineTrial[], impostors: ImpostorSet, people: number): ScoredSet => ({
    subjects: subjects.count,
    genuine: genuineScores(genuine),
    impostors: impostors.histogram,
    impostorTail: impostors.tail,
    impostorWeight: impostors.weight,
    people,
    peopleWithGenuinePairs: new Set(genuine.map(({ subject }) => subject)).size,
    shippedThreshold: manifest.shipped.threshold,
    resamples: options.resamples,
    seed: options.seed,
  });
  const everybody = scored(trials.genuine, trials.impostors, subjects.count);
  const points = findOperatingPoints(everybody);
  const groups = subjects.groups.map((group, i): GroupReport => {
    const own = trials.genuine.filter((trial) => trial.group === group);
    const impostors = trials.within(group);
    const people = subjects.groupOf.filter((of) => of === i).length;
    const found = findOperatingPoints(scored(own, impostors, people));
    return {
      group,
      people,
      genuinePairs: own.length,
      genuineNotCompared: found.genuineNotCompared,
      impostorPairs: impostors.histogram.count,
      atShipped: found.atShipped,
      rates: found.rates,
    };
  });
  step('rates and intervals');
  options.progress?.({ step: 'intervals', share: 1, text: `${options.resamples} resamples` });

  const judged = trials.listed?.map((score, i) => {
    const pair = pairs[i];
    return { same: pair?.same ?? false, fold: pair?.fold ?? null, score };
  });
  const accuracy = judged === undefined ? null : verificationAccuracy(judged);
  const failures = listFailures(images, plain, chips);
  return {
    schema: 'honnin-face-evaluation',
    version: 1,
    made: options.date().toISOString(),
    machine: describeMachine(),
    models: describeModels(manifest),
    data: {
      pairsFile: options.pairsFile,
      protocol: live !== null ? 'photo-mean' : options.chip ? 'chip-image' : 'image-image',
      chip: options.chip,
      live,
      subjects: folders ? 'folder' : 'list',
      images: images.length,
      people: subjects.count,
      peopleWithGenuinePairs: everybody.peopleWithGenuinePairs,
      repeatedPairs: review.repeated.length,
      pairsWithThemselves: review.withThemselves.length,
    },
    method: { seed: options.seed, resamples: options.resamples, scoreBin, notes: describeMethod(options) },
    failedToProcess: new Set(failures.map(({ image }) => image)).size,
    genuinePairs: trials.genuine.length,
    genuineNotCompared: points.genuineNotCompared,
    impostorPairs: trials.impostors.histogram.count + trials.impostorNotCompared,
    impostorNotCompared: trials.impostorNotCompared,
    aucRoc: rocArea(points.genuine, trials.impostors.histogram, points.genuineNotCompared),
    accuracy: accuracy?.accuracy ?? null,
    accuracyMethod: accuracy?.method ?? null,
    accuracyStandardError: accuracy?.standardError ?? null,
    atShipped: points.atShipped,
    statedFmrAtShipped: manifest.shipped.falseMatchRate,
    rates: points.rates,
    det: {
      points: trackCurve(points.genuine, points.genuineNotCompared, trials.impostors.histogram),
      band: points.band,
    },
    distribution: distributeScores(points.genuine, trials.impostors.histogram),
    groups,
    failures,
    highestImpostors: listHighest(trials, images, live),
    lowestGenuine: listLowest(trials, images, live),
    timing: {
      steps,
      imagesPerSecond: embedded > 0 ? total / embedded : null,
      processorMsPerImage: total > 0 ? processorMs / total : null,
      processes: processes.processes,
    },
  };
}

/** Templates at the places of their images; the others stay empty. */
async function embedAt(
  { processes, gathered, signal }: FaceEvaluationOptions,
  wanted: readonly number[],
  chip: boolean,
  progress: (done: number) => void,
): Promise<(ImageTemplate | undefined)[]> {
  const files = wanted.map((image) => gathered.images[image]?.file ?? '');
  const found = await embedImages(processes, files, {
    chip,
    progress,
    ...(signal === undefined ? {} : { signal }),
  });
  const templates: (ImageTemplate | undefined)[] = new Array(gathered.images.length).fill(undefined);
  for (const [i, image] of wanted.entries()) templates[image] = found[i];
  return templates;
}

/** Genuine scores by subject; -2 stands for what could not be compared. */
function genuineScores(trials: readonly GenuineTrial[]): SubjectScores {
  const subjects = Int32Array.from(trials, ({ subject }) => subject);
  return { scores: Float64Array.from(trials, ({ score }) => score ?? -2), first: subjects, second: subjects };
}
