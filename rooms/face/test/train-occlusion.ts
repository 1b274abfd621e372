import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { alignedSide, alignFace } from '../src/engine/face-alignment.ts';
import { decodeImage, type FaceEngine, openFaceEngine, type RgbImage } from '../src/index.ts';
import { cropFace } from '../src/quality/crop-face.ts';
import { readHeadPose } from '../src/quality/head-pose.ts';
import { mostProminentFace } from '../src/quality/most-prominent-face.ts';
import {
  occlusionFeatureCount,
  occlusionFeatures,
  occlusionGrid,
} from '../src/quality/occlusion-features.ts';
import { type OcclusionNetwork, openOcclusionNetwork } from '../src/quality/occlusion-network.ts';
import { liveLimits } from '../src/quality/quality-limits.ts';
import { drawGlasses } from './occlusion/draw-glasses.ts';
import { drawHair } from './occlusion/draw-hair.ts';
import { drawHand } from './occlusion/draw-hand.ts';
import { drawMask } from './occlusion/draw-mask.ts';
import { createFaceCanvas, type FaceCanvas } from './occlusion/face-canvas.ts';
import { trainNetwork } from './occlusion/train-network.ts';

/*
 * Trains the network that tells what covers a face, and says how well it does on people it has not seen:
 *
 *   node --import tsx rooms/face/test/train-occlusion.ts --photos FOLDER --models FOLDER
 *
 * FOLDER of photos: one folder a person. The coverings are drawn onto the first photo of a person. Of the people,
 * two quarters train, one sets the limits, one is only for the figures. Nothing of a photo goes into the result
 * but some thousand weights.
 */

const kinds = ['none', 'mask', 'dark-glasses', 'hand', 'hair'] as const;
const drawings: Readonly<Record<string, { label: number; draw(canvas: FaceCanvas): void }>> = {
  'nothing drawn': { label: 0, draw: () => undefined },
  // Cameras that smooth noise away smooth skin with it; smooth skin is no hand.
  smoothed: { label: 0, draw: () => undefined },
  'clear glasses': { label: 0, draw: (canvas) => drawGlasses(canvas, 'clear') },
  fringe: { label: 0, draw: (canvas) => drawHair(canvas, 'fringe') },
  mask: { label: 1, draw: drawMask },
  'dark glasses': { label: 2, draw: (canvas) => drawGlasses(canvas, 'dark') },
  hand: { label: 3, draw: drawHand },
  hair: { label: 4, draw: (canvas) => drawHair(canvas, 'over-eyes') },
};

/** More photos of a person add little. */
const photosOfOne = 2;

interface Seen {
  readonly person: number;
  readonly drawing: string | null;
  readonly label: number;
  readonly straight: boolean;
  readonly features: Float32Array;
}

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    models: { type: 'string', default: '.honnin/models' },
    people: { type: 'string', default: '700' },
    features: { type: 'string' },
    hidden: { type: 'string', default: '16' },
    epochs: { type: 'string', default: '10' },
  },
});
const photos = values.photos;
if (photos === undefined) throw new Error('--photos FOLDER is missing');
const opened = await openFaceEngine({ modelsDirectory: values.models });
if (opened.status === 'failed') throw new Error(opened.reason.code);
await using engine = opened.value;
const crop = new Float32Array(3 * alignedSide * alignedSide);
const luma = new Float32Array(alignedSide * alignedSide);

const seen = await gathered(photos, Number(values.people));
const part = (person: number) => (person % 4 < 2 ? 'train' : person % 4 === 2 ? 'limits' : 'figures');
const training = seen.filter(({ person }) => part(person) === 'train');
const random = mulberry(29);
const options = { hidden: Number(values.hidden), outputs: kinds.length, random };
// Some press photos do show dark glasses or a hand: what a first network finds in them is left out of the second.
const rough = openOcclusionNetwork(trainNetwork(withMirrored(training), { ...options, epochs: 3 }));
const clean = training.filter((s) => s.drawing !== null || (rough(s.features)[0] ?? 0) > 0.5);
process.stdout.write(`${training.length} samples, ${training.length - clean.length} left out\n`);
const network = trainNetwork(withMirrored(clean), { ...options, epochs: Number(values.epochs) });
report(network);
writeFileSync(
  new URL('../src/quality/occlusion-weights.json', import.meta.url),
  `${JSON.stringify(network)}\n`,
);

/** From the file of an earlier run, if there is one: looking takes minutes, training seconds. */
async function gathered(root: string, people: number): Promise<readonly Seen[]> {
  const file = values.features;
  if (file === undefined) return gather(root, people);
  if (!existsSync(file)) {
    const found = await gather(root, people);
    const rows = found.map((s) => ({ ...s, features: Buffer.from(s.features.buffer).toString('base64') }));
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line);
      const bytes = new Uint8Array(Buffer.from(row.features, 'base64'));
      return { ...row, features: new Float32Array(bytes.buffer) };
    });
}

async function gather(root: string, people: number): Promise<readonly Seen[]> {
  const found: Seen[] = [];
  const names = readdirSync(root)
    .filter((name) => !name.includes('.'))
    .sort();
  for (const [person, name] of names.entries()) {
    const files = readdirSync(join(root, name)).filter((file) => file.endsWith('.jpg'));
    for (const [i, file] of files.sort().slice(0, photosOfOne).entries()) {
      const image = await read(new Uint8Array(readFileSync(join(root, name, file))));
      const plain = await look(engine, image);
      if (plain === null) continue;
      found.push({ person, drawing: null, label: 0, straight: plain.straight, features: plain.features });
      if (i > 0 || (person * people) % names.length >= people) continue;
      const chance = mulberry(7919 * person + 13);
      for (const [drawing, { label, draw }] of Object.entries(drawings)) {
        const copy = { ...image, data: new Uint8Array(image.data) };
        draw(createFaceCanvas(copy, plain.landmarks, chance));
        const again = await look(engine, await rephotograph(copy, chance, drawing === 'smoothed' ? 1 : 0.3));
        // Whether it is straight is what the photo was before.
        if (again !== null) {
          found.push({ person, drawing, label, straight: plain.straight, features: again.features });
        } else process.stdout.write(`no face: ${drawing}\n`);
      }
    }
    if (person % 200 === 0) process.stdout.write(`${person} of ${names.length} people\n`);
  }
  return found;
}

async function read(bytes: Uint8Array): Promise<RgbImage> {
  const decoded = await decodeImage(bytes);
  if (decoded.status === 'failed') throw new Error(decoded.reason.code);
  return decoded.value;
}

async function look(eye: FaceEngine, image: RgbImage) {
  const box = mostProminentFace(await eye.findFaces(image), image);
  if (box === null) return null;
  const landmarks = await eye.findLandmarks(image, box);
  cropFace(image, alignFace(landmarks), crop, luma);
  const features = new Float32Array(occlusionFeatureCount);
  occlusionFeatures(crop, luma, features);
  return { landmarks, features, straight: Math.abs(readHeadPose(landmarks).yaw) <= liveLimits.yaw };
}

/** As another camera would have taken it: white balance, gamma, noise removal, softness, JPEG. */
async function rephotograph(image: RgbImage, chance: () => number, smoothed: number): Promise<RgbImage> {
  const gamma = 0.75 + 0.5 * chance();
  const gains = [0, 1, 2].map(() => 0.9 + 0.2 * chance());
  const data = Buffer.from(image.data);
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.min(255, 255 * ((data[i] ?? 0) / 255) ** gamma * (gains[i % 3] ?? 1));
  }
  const raw = { width: image.width, height: image.height, channels: 3 } as const;
  const soft = chance();
  const size = chance() < 0.5 ? 3 : 5;
  let picture = sharp(data, { raw });
  if (chance() < smoothed) picture = picture.median(size);
  if (soft < 0.3) picture = picture.blur(0.4 + 2 * soft);
  return read(new Uint8Array(await picture.jpeg({ quality: 72 + Math.round(24 * chance()) }).toBuffer()));
}

function withMirrored(samples: readonly Seen[]) {
  return samples.flatMap((sample) => {
    const mirrored = sample.features.map((_, i) => {
      const column = i % occlusionGrid;
      return sample.features[i - column + occlusionGrid - 1 - column] ?? 0;
    });
    return [sample, { features: mirrored, label: sample.label }];
  });
}

/** Limits from the third quarter's plain, straight photos; figures from the last quarter. */
function report(trained: OcclusionNetwork): void {
  const score = openOcclusionNetwork(trained);
  const scored = seen.map((s) => ({ ...s, scores: score(s.features) }));
  const plain = (wanted: string) =>
    scored.filter((s) => part(s.person) === wanted && s.drawing === null && s.straight);
  const test = scored.filter((s) => part(s.person) === 'figures' && s.straight);
  process.stdout.write(`straight plain photos: ${plain('limits').length}, ${plain('figures').length}\n`);
  for (const share of [0.002, 0.005, 0.01]) {
    const limits = kinds.map((_, label) => {
      const sorted = plain('limits').map((s) => s.scores[label] ?? 0);
      sorted.sort((p, q) => q - p);
      return sorted[Math.floor(share * sorted.length)] ?? 1;
    });
    const over = (scores: readonly number[], label: number) => (scores[label] ?? 0) > (limits[label] ?? 1);
    const any = (scores: readonly number[]) => [1, 2, 3, 4].some((label) => over(scores, label));
    for (const [label, kind] of kinds.entries()) {
      if (label === 0) continue;
      const drawn = test.filter((s) => s.label === label);
      const own = drawn.filter((s) => over(s.scores, label)).length;
      const some = drawn.filter((s) => any(s.scores)).length;
      const falsely = plain('figures').filter((s) => over(s.scores, label)).length;
      const beside = ['nothing drawn', 'smoothed', 'clear glasses', 'fringe'].map((drawing) => {
        const list = test.filter((s) => s.drawing === drawing);
        return `${drawing} ${list.filter((s) => over(s.scores, label)).length}/${list.length}`;
      });
      process.stdout.write(
        `${share} ${kind} limit ${limits[label]?.toFixed(3)}: found ${own}/${drawn.length}, as any kind ${some}; false ${falsely}/${plain('figures').length}; ${beside.join(', ')}\n`,
      );
    }
    const falsely = plain('figures').filter((s) => any(s.scores)).length;
    process.stdout.write(`${share} any kind: false ${falsely}/${plain('figures').length}\n`);
  }
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
