import type { Attempt } from '@honnin/outcome';
import { done, failed, reason } from '@honnin/outcome';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { ModelEntry, ModelManifest } from '../manifest/model-manifest.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import type { Embedding } from './embedding.ts';
import { alignedSide, alignFace } from './face-alignment.ts';
import type { FaceBox } from './face-box.ts';
import type { Landmarks } from './landmarks.ts';
import { mirrorPoints, mirrorRows } from './mirror-points.ts';
import { type Network, openNetwork } from './network.ts';
import { dropStraddling, suppressNonMaxima } from './non-maximum-suppression.ts';
import { readModels } from './read-models.ts';
import { type PatchFormat, samplePatch } from './sample-patch.ts';
import { shrinkRegion } from './shrink-region.ts';
import { squareAboutEye, squareInside, squareOnHeight } from './square-box.ts';

/** The loaded models. One call at a time for each engine: calls queue up in order. */
export interface FaceEngine extends AsyncDisposable {
  readonly manifest: ModelManifest;
  /**
   * Faces by falling size; boxes are disjoint but for an overlap (IoU) of 0.4. `leastScore`: how sure the
   * detector has to be, 0.7 unless the caller knows that there is a face.
   */
  findFaces(image: RgbImage, leastScore?: number): Promise<readonly FaceBox[]>;
  /** The mean of what the network says of the picture and of its mirror image. */
  findLandmarks(image: RgbImage, box: FaceBox): Promise<Landmarks>;
  /** The caller refuses faces that the frame cuts: what the image does not hold is black here. */
  embed(image: RgbImage, landmarks: Landmarks): Promise<Embedding>;
  /** 0 (a picture of a face) .. 1 (a face), of the passive model alone. */
  passiveLiveness(image: RgbImage, box: FaceBox): Promise<number>;
  /** 0 (an eye is open) .. 1 (both are closed); the smaller of the two eyes' scores. */
  eyesClosed(image: RgbImage, landmarks: Landmarks): Promise<number>;
  /** Overwrites the input buffers once the calls before it are through: no crop of a face stays behind. */
  forget(): Promise<void>;
}

export interface FaceEngineOptions {
  /** Folder that holds the manifest's files. */
  readonly modelsDirectory: string;
  /** Threads for one inference; default 1, more hurt when cores are shared. */
  readonly threads?: number;
  /** Default `shippedManifest`; another one takes other models in by file. */
  readonly manifest?: ModelManifest;
}

const detectorScore = 0.7;
const detectorOverlap = 0.4;
const livenessGrow = 2.7;

/**
 * Loads the models once for the process. Every file's SHA-256 is held against the manifest first; a missing
 * file fails with `model-missing`, a changed one with `model-changed`, one that does not load with
 * `model-unusable`. The networks and their input buffers are reused from call to call.
 */
export async function openFaceEngine(options: FaceEngineOptions): Promise<Attempt<FaceEngine>> {
  const manifest = options.manifest ?? shippedManifest;
  const { detector, landmarks, recogniser, liveness, eyes } = manifest;
  const wanted = [detector, landmarks, recogniser, liveness, eyes];
  const files = await readModels(options.modelsDirectory, wanted);
  if (files.status === 'failed') return files;
  const networks: Network[] = [];
  for (const [i, bytes] of files.value.entries()) {
    const entry = wanted[i];
    if (entry === undefined) continue;
    const network = await openNetwork(entry, bytes, options.threads ?? 1);
    if (network.status === 'failed') {
      for (const open of networks) await open[Symbol.asyncDispose]();
      return failed(network.reason);
    }
    networks.push(network.value);
  }
  const [faces, points, templates, presence, lids] = networks;
  if (!faces || !points || !templates || !presence || !lids) throw new Error('a network was left out');
  const unfit = await whyNoTemplates(templates);
  if (unfit !== null) {
    for (const open of networks) await open[Symbol.asyncDispose]();
    return failed(reason('model-unusable', `${recogniser.file}: ${unfit}`));
  }
  return done(engine(manifest, faces, points, templates, presence, lids));
}

function engine(
  manifest: ModelManifest,
  detector: Network,
  landmarks: Network,
  recogniser: Network,
  liveness: Network,
  eyes: Network,
): FaceEngine {
  const formats = {
    detector: patchFormat(manifest.detector, 'black'),
    landmarks: patchFormat(manifest.landmarks, 'border'),
    recogniser: patchFormat(manifest.recogniser, 'black'),
    liveness: patchFormat(manifest.liveness, 'border'),
    eyes: patchFormat(manifest.eyes, 'border'),
  };
  const networks = [detector, landmarks, recogniser, liveness, eyes];
  let last: Promise<unknown> = Promise.resolve();
  const serially = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };

  const findFaces = async (image: RgbImage, leastScore: number): Promise<readonly FaceBox[]> => {
    const scale = Math.max(image.width / 320, image.height / 240);
    const region = { x: 0, y: 0, width: 320 * scale, height: 240 * scale };
    shrinkRegion(image, region, 320, 240, formats.detector, detector.input);
    const { scores, boxes } = await detector.run();
    if (!scores || !boxes) throw new Error('the detector lacks an output');
    const found: FaceBox[] = [];
    for (let i = 0; 2 * i < scores.length; i++) {
      const score = scores[2 * i + 1] ?? 0;
      if (score < leastScore) continue;
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = boxes.subarray(4 * i, 4 * i + 4);
      const x = x1 * region.width;
      const y = y1 * region.height;
      found.push({ x, y, width: x2 * region.width - x, height: y2 * region.height - y, score });
    }
    const faces = dropStraddling(suppressNonMaxima(found, detectorOverlap));
    return faces.sort((p, q) => q.width * q.height - p.width * p.height);
  };

  const findLandmarks = async (image: RgbImage, box: FaceBox): Promise<Landmarks> => {
    const { x, y, side } = squareOnHeight(box);
    const region = { x, y, width: side, height: side };
    shrinkRegion(image, region, 64, 64, formats.landmarks, landmarks.input);
    const { output } = await landmarks.run();
    mirrorRows(landmarks.input, 64);
    const { output: mirrored } = await landmarks.run();
    if (!output || !mirrored) throw new Error('the landmark network lacks its output');
    const other = mirrorPoints(mirrored, 1);
    return { points: output.map((v, i) => (i % 2 === 0 ? x : y) + ((v + (other[i] ?? 0)) / 2) * side) };
  };

  const embed = async (image: RgbImage, face: Landmarks): Promise<Embedding> => {
    samplePatch(image, alignFace(face), alignedSide, alignedSide, formats.recogniser, recogniser.input);
    const [output] = Object.values(await recogniser.run());
    if (!output) throw new Error('the recogniser lacks its output');
    const norm = Math.hypot(...output);
    if (!(norm > 0)) throw new Error('the recogniser answered no template');
    const vector = output.map((v) => v / norm);
    output.fill(0);
    return { vector, norm };
  };

  const passiveLiveness = async (image: RgbImage, box: FaceBox): Promise<number> => {
    const { x, y, side } = squareInside(box, livenessGrow, image.width, image.height);
    const region = { x, y, width: side, height: side };
    shrinkRegion(image, region, 128, 128, formats.liveness, liveness.input);
    const { output } = await liveness.run();
    if (!output) throw new Error('the liveness network lacks its output');
    const [live = 0, ...others] = output;
    return 1 / (1 + others.reduce((sum, v) => sum + Math.exp(v - live), 0));
  };

  const eyesClosed = async (image: RgbImage, { points }: Landmarks): Promise<number> => {
    let closed = 1;
    for (const first of [36, 42]) {
      const { x, y, side } = squareAboutEye(points, first);
      shrinkRegion(image, { x, y, width: side, height: side }, 24, 24, formats.eyes, eyes.input);
      const { output } = await eyes.run();
      if (!output) throw new Error('the eye network lacks its output');
      closed = Math.min(closed, 1 / (1 + Math.exp((output[1] ?? 0) - (output[0] ?? 0))));
    }
    return closed;
  };

  return {
    manifest,
    findFaces: (image, leastScore = detectorScore) => serially(() => findFaces(image, leastScore)),
    findLandmarks: (image, box) => serially(() => findLandmarks(image, box)),
    embed: (image, face) => serially(() => embed(image, face)),
    passiveLiveness: (image, box) => serially(() => passiveLiveness(image, box)),
    eyesClosed: (image, face) => serially(() => eyesClosed(image, face)),
    forget: () =>
      serially(async () => {
        for (const network of networks) network.wipe();
      }),
    async [Symbol.asyncDispose]() {
      await last.catch(() => undefined);
      for (const network of networks) await network[Symbol.asyncDispose]();
    },
  };
}

/** Fewer numbers than this tell people apart by nothing that is known. */
const fewestNumbers = 32;

/** A recogniser of the operator's own shows at once whether one run gives one template, of whatever length. */
async function whyNoTemplates(recogniser: Network): Promise<string | null> {
  if (recogniser.outputs.length !== 1) return `${recogniser.outputs.length} outputs in place of one`;
  let output: Float32Array | undefined;
  try {
    [output] = Object.values(await recogniser.run());
  } catch (error) {
    return error instanceof Error ? error.message : 'does not run';
  }
  if (output === undefined || output.length < fewestNumbers)
    return `${output?.length} numbers are no template`;
  return output.every(Number.isFinite) ? null : 'the output holds what is no number';
}

function patchFormat(entry: ModelEntry, outside: PatchFormat['outside']): PatchFormat {
  const { colour, mean, scale } = entry.input;
  return { colour, mean, scale, outside };
}
