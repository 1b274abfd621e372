import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import path from 'node:path';
import type { ModelManifest } from '../manifest/model-manifest.ts';
import type { EvaluationReport } from './evaluation-report.ts';

/** The machine that measured. */
export function describeMachine(): EvaluationReport['machine'] {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    platform: `${platform()} ${release()} ${arch()}`,
    node: process.version,
  };
}

/** The models that were measured, by what they do. */
export function describeModels(manifest: ModelManifest): EvaluationReport['models'] {
  const { detector, landmarks, recogniser, liveness, eyes } = manifest;
  return Object.entries({ detector, landmarks, recogniser, liveness, eyes }).map(([role, entry]) => {
    const { name, sha256, licence, source, notKnown } = entry;
    return { role, name, file: path.basename(entry.file), sha256, licence, source, notKnown };
  });
}

/** How the figures are to be read. */
export function describeMethod(options: {
  readonly folders: boolean;
  readonly chip: boolean;
  readonly live: number | null;
}): string[] {
  const { folders, chip, live } = options;
  return [
    live !== null
      ? `One comparison is ${chip ? 'a chip photo' : 'a photo'} against the mean of ${live} other images of a person, weighted by the norm of the raw embedding, as the terminal decides. Every image of a person with more than ${live} usable images is the photo once; the others are drawn with the seed. The listed pairs are not used.`
      : chip
        ? 'One comparison is the chip photo made of image a (240x320, grey, JPEG 2000 of about 3 kB) against image b.'
        : 'One comparison is one image against one image.',
    folders
      ? 'Every two images from different folders count as an impostor pair; images are those that the list names and all others in folders below the root.'
      : 'Impostor pairs are those that the list names; images that it calls the same person are one subject.',
    'A genuine pair with an image that could not be processed counts as refused at every threshold (ISO/IEC 19795-1: the false reject rate of one attempt, failure to acquire included); the rate of compared pairs alone stands beside it (ISO/IEC 19795-1: false non-match rate). False match rates are of compared pairs.',
    'A threshold is the lowest, to 0.00001, that no more than the share of impostor pairs reaches.',
    'Intervals are 95 %, by bootstrap over people: each resample draws people with replacement, a genuine pair counts as often as its person, an impostor pair as often as the product of its two. Where no error was seen the upper bound is 1 - 0.05^(1/n) over n people (for false matches over n/2 pairs of people).',
    'The area under the curve counts ties half, and pairs that could not be compared as lowest. Accuracy is over the listed pairs: by fold at the threshold that is best on the other folds where the list has folds, else at the best threshold.',
  ];
}
