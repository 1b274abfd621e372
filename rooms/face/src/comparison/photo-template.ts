import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import { decodeImage } from '../decoding/decode-image.ts';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Embedding } from '../engine/embedding.ts';
import { alignedSide, alignFace, fivePoints } from '../engine/face-alignment.ts';
import { faceCoverage } from '../engine/face-coverage.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import type { Landmarks } from '../engine/landmarks.ts';
import { findPhotoFace } from './find-photo-face.ts';
import { meanTemplate } from './mean-template.ts';
import { isGrey, tintGrey } from './tint-grey.ts';

/** Template of a photo, with what is worth saying of it. */
export interface PhotoTemplate {
  readonly embedding: Embedding;
  /**
   * False: hardly anything of the face came through (it is tiny, lies on its side, is half turned away, ends above
   * or at the eyes), so that a difference proves nothing about the person.
   */
  readonly telling: boolean;
  readonly remarks: readonly Reason[];
}

/**
 * Decodes a photo, finds its face and embeds it; the pixels are overwritten before it returns. Fails with the
 * decoder's codes, `no-face` or `face-cut`.
 */
export async function readPhotoTemplate(
  engine: FaceEngine,
  photo: Uint8Array,
): Promise<Attempt<PhotoTemplate>> {
  const decoded = await decodeImage(photo);
  if (decoded.status === 'failed') return decoded;
  const image = decoded.value;
  try {
    const found = await findPhotoFace(engine, image);
    if (found === null) return failed(reason('no-face'));
    const { face, faces, clear } = found;
    const landmarks = await engine.findLandmarks(image, face);
    if (isCut(landmarks, image)) return failed(reason('face-cut'));
    const embedding = await embedPhoto(engine, image, landmarks);
    const poor = engine.manifest.norms?.poor ?? 0;
    const faint = embedding.norm < leastNorm * poor;
    if (!clear && faint) return failed(reason('no-face'));
    const telling = clear && !faint && !isHeadless(landmarks);
    const remarks: Reason[] = [];
    if (faces.some((other) => other !== face && other.height > face.height / 2)) {
      remarks.push(reason('several-faces', 'the most prominent one was taken'));
    }
    if (!telling || embedding.norm < poor) {
      remarks.push(reason('photo-poor', `norm ${embedding.norm.toFixed(2)}`));
    }
    return done({ embedding, telling, remarks });
  } finally {
    image.data.fill(0);
    await engine.forget();
  }
}

/** A grey photo by itself and in the colours of skin, added; the norm, which tells how good it is, is its own. */
async function embedPhoto(engine: FaceEngine, image: RgbImage, landmarks: Landmarks): Promise<Embedding> {
  const own = await engine.embed(image, landmarks);
  if (!isGrey(image)) return own;
  const tinted = tintGrey(image);
  try {
    const other = await engine.embed(tinted, landmarks);
    const vector = meanTemplate([own, other]);
    own.vector.fill(0);
    other.vector.fill(0);
    if (vector === null) throw new Error('two templates of one photo that cancel out');
    return { vector, norm: own.norm };
  } finally {
    tinted.data.fill(0);
  }
}

/** Of the norm of a poor photo: below it hardly anything of the face came through. */
const leastNorm = 0.85;

/** Least share of the aligned face that a whole face has: those of LFW have 0.82, one cut by a fifth 0.75. */
const leastCoverage = 0.8;
/** How far below the picture the aligned face may end, as a share of it: a cut chin hides in landmarks that shrink. */
const belowEdge = 0.12;

/** A face that the frame cuts is no longer told from others: too much of it lies outside, or its chin does. */
function isCut(landmarks: Landmarks, image: RgbImage): boolean {
  if (faceCoverage(landmarks, image) < leastCoverage) return true;
  const { a, b, ty } = alignFace(landmarks);
  const lowest = ty + a * alignedSide + Math.max(0, b * alignedSide);
  return lowest > image.height + belowEdge * alignedSide * Math.hypot(a, b);
}

/** In eye distances: in what is left of a face without its eyes, the landmarks put them at 0.8 to 1.2. */
const leastForehead = 1.2;

/** Whether the picture may begin below the real eyes: landmarks put eyes into any picture of a face. */
function isHeadless(landmarks: Landmarks): boolean {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = fivePoints(landmarks);
  return (y1 + y2) / 2 < leastForehead * Math.hypot(x2 - x1, y2 - y1);
}
