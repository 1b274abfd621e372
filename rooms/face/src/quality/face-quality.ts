import type { RgbImage } from '../decoding/rgb-image.ts';
import { alignedSide, alignFace } from '../engine/face-alignment.ts';
import type { Landmarks } from '../engine/landmarks.ts';
import type { FaceAdvice } from '../verification/frame-guidance.ts';
import { cropFace } from './crop-face.ts';
import { eyeOpening } from './eye-opening.ts';
import { type MouthShape, readMouth } from './mouth-shape.ts';
import { createOcclusionProbe, type Occlusion, type OcclusionScores } from './occlusion-probe.ts';
import { createOwnEyes, type OwnEyes } from './own-eyes.ts';
import { createPatience, type Patience } from './patience.ts';
import { surroundingLight } from './surrounding-light.ts';

/** Numbers about one face, after the quality components of ISO/IEC 29794-5. */
export interface FaceQuality {
  /** Mean luma of the inner face, 0..255. */
  readonly brightness: number;
  /** Shares (0..1) of the inner face that are burnt out or drowned. */
  readonly burnt: number;
  readonly drowned: number;
  /** Mean absolute Laplacian of the aligned face over its luma deviation; a blurred face is under about 0.1. */
  readonly sharpness: number;
  /** Share (0..1) of the aligned face that lies within the frame. */
  readonly coverage: number;
  /**
   * How much less red the mouth region is than the cheeks (share of red in r+g+b). Lips are redder than skin;
   * cloth over the mouth is not.
   */
  readonly mouthPallor: number;
  /** Mean vertical luma step in the mouth region over the cheeks' luma: lips and teeth have edges, cloth few. */
  readonly mouthEdges: number;
  /** Cheek in the light against cheek in the shade: difference over sum of their luma, 0..1. */
  readonly sideLight: number;
  /** Mean luma (0..255) of what surrounds the head; null when the face leaves too little of it. */
  readonly surroundings: number | null;
  /** Height over width of the eyes (`eyeOpening`). */
  readonly eyeOpening: number;
  readonly mouth: MouthShape;
  /** What most likely covers the face; null when nothing does. */
  readonly occlusion: Occlusion | null;
  readonly occlusionScores: OcclusionScores;
  /** Eye opening over the person's own within the session; null while that is not known. */
  readonly eyeShare: number | null;
  /** Advice that this session has given for long enough (`insistFor`). */
  readonly spent: ReadonlySet<FaceAdvice>;
}

const nothing: ReadonlySet<FaceAdvice> = new Set();

const plane = alignedSide * alignedSide;

/** Measures faces of one session and remembers what the session needs; `wipe` overwrites the crop it works on. */
export interface QualityMeter {
  /** One picture for itself: `eyeShare` is null, nothing is spent. */
  measure(image: RgbImage, landmarks: Landmarks): FaceQuality;
  readonly ownEyes: OwnEyes;
  readonly patience: Patience;
  wipe(): void;
}

export function createQualityMeter(): QualityMeter {
  const crop = new Float32Array(3 * plane);
  const luma = new Float32Array(plane);
  const probe = createOcclusionProbe();
  return {
    ownEyes: createOwnEyes(),
    patience: createPatience(),
    measure(image, landmarks) {
      const coverage = cropFace(image, alignFace(landmarks), crop, luma);
      return {
        ...light(luma),
        ...mouth(crop, luma),
        sideLight: sideLight(luma),
        coverage,
        surroundings: surroundingLight(image, landmarks),
        eyeOpening: eyeOpening(landmarks),
        mouth: readMouth(landmarks),
        ...probe(crop, luma),
        eyeShare: null,
        spent: nothing,
      };
    },
    wipe() {
      crop.fill(0);
      luma.fill(0);
    },
  };
}

/** Light and sharpness over brows to chin, ear to ear, of the aligned face. */
function light(luma: Float32Array): Pick<FaceQuality, 'brightness' | 'burnt' | 'drowned' | 'sharpness'> {
  let [count, sum, squares, burnt, drowned, edges] = [0, 0, 0, 0, 0, 0];
  for (let y = 30; y < 106; y++) {
    for (let x = 24; x < 88; x++) {
      const i = y * alignedSide + x;
      const v = luma[i] ?? 0;
      count++;
      sum += v;
      squares += v * v;
      if (v > 250) burnt++;
      if (v < 20) drowned++;
      const around =
        (luma[i - 1] ?? 0) + (luma[i + 1] ?? 0) + (luma[i - alignedSide] ?? 0) + (luma[i + alignedSide] ?? 0);
      edges += Math.abs(4 * v - around);
    }
  }
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(1, squares / count - mean * mean));
  return {
    brightness: mean,
    burnt: burnt / count,
    drowned: drowned / count,
    sharpness: edges / count / deviation,
  };
}

/** Both cheeks, outside of the nose and between eyes and mouth, one against the other. */
function sideLight(luma: Float32Array): number {
  let [right, left] = [1, 1];
  for (let y = 58; y < 90; y++) {
    for (let x = 26; x < 46; x++) {
      right += luma[y * alignedSide + x] ?? 0;
      left += luma[y * alignedSide + alignedSide - 1 - x] ?? 0;
    }
  }
  return Math.abs(right - left) / (right + left);
}

/** Cheeks and nose bridge against mouth and upper chin, in pixels of the aligned face. */
function mouth(crop: Float32Array, luma: Float32Array): Pick<FaceQuality, 'mouthPallor' | 'mouthEdges'> {
  const cheeks = { left: 32, top: 58, right: 80, bottom: 72 };
  const lips = { left: 42, top: 86, right: 70, bottom: 102 };
  let [light, edges, pixels] = [1, 0, 0];
  for (let y = cheeks.top; y < cheeks.bottom; y++) {
    for (let x = cheeks.left; x < cheeks.right; x++) {
      light += luma[y * alignedSide + x] ?? 0;
      pixels++;
    }
  }
  const cheekLight = light / pixels;
  pixels = 0;
  for (let y = lips.top; y < lips.bottom; y++) {
    for (let x = lips.left; x < lips.right; x++) {
      edges += Math.abs((luma[(y + 1) * alignedSide + x] ?? 0) - (luma[(y - 1) * alignedSide + x] ?? 0));
      pixels++;
    }
  }
  return {
    mouthPallor: redShare(crop, cheeks) - redShare(crop, lips),
    mouthEdges: edges / pixels / cheekLight,
  };
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function redShare(crop: Float32Array, { left, top, right, bottom }: Area): number {
  let [red, all] = [0, 1];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const i = y * alignedSide + x;
      red += crop[i] ?? 0;
      all += (crop[i] ?? 0) + (crop[plane + i] ?? 0) + (crop[2 * plane + i] ?? 0);
    }
  }
  return red / all;
}
