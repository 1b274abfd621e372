import { defaultFacePolicy } from '@honnin/face';
import type { Contender } from './contender.ts';

const oneThread = 'WebAssembly with SIMD (tfjs 4.22.0), one thread';

/**
 * The three, each set up as its own documentation says for recognition. Where settings could be chosen, the
 * ones that recognised best were taken; docs/bench.md names those that were tried.
 */
export const contenders: readonly Contender[] = [
  {
    kind: 'honnin',
    name: 'Honnin',
    version: 'this checkout',
    released: 'this commit',
    licence: 'Apache-2.0; the models’ origin is not established (manifest)',
    runsOn: 'onnxruntime-node, one thread',
    settings: 'largest face, 68 landmarks, aligned to 112x112, 512 numbers',
    documented: {
      measure: 'cosine',
      atLeast: defaultFacePolicy.threshold,
      says: `cosine at least ${defaultFacePolicy.threshold}, the shipped policy`,
    },
  },
  {
    kind: 'face-api',
    name: '@vladmandic/face-api',
    version: '1.7.15',
    released: '2025-02-05 (its changelog)',
    licence: 'MIT',
    runsOn: oneThread,
    settings:
      'SSD MobileNet v1 (largest face from its default score of 0.5, else the best from 0.1), 68 landmarks, recognition net, 128 numbers',
    documented: { measure: 'euclidean', atLeast: -0.6, says: 'distance at most 0.6, FaceMatcher’s default' },
  },
  {
    kind: 'human',
    name: '@vladmandic/human',
    version: '3.3.6',
    released: '2025-08-26 (its changelog)',
    licence: 'MIT',
    runsOn: oneThread,
    settings:
      'detector, mesh, description (faceres), 1024 numbers; rotation off, which did better; nothing kept between pictures',
    // match.similarity with its own options is 0.5 at a distance of 10; it rounds to hundredths, this does not.
    documented: { measure: 'euclidean', atLeast: -10, says: 'similarity at least 50 %, its wiki' },
  },
];
