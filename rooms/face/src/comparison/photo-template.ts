import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import { decodeImage } from '../decoding/decode-image.ts';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Embedding } from '../engine/embedding.ts';
import { alignedSide, alignFace } from '../engine/face-alignment.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import type { Landmarks } from '../engine/landmarks.ts';
import { mostProminentFace } from '../quality/most-prominent-face.ts';

/** Template of a photo, with what is worth saying of it. */
export interface PhotoTemplate {
  readonly embedding: Embedding;
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
    const faces = await engine.findFaces(image);
    const face = mostProminentFace(faces, image);
    if (face === null) return failed(reason('no-face'));
    const landmarks = await engine.findLandmarks(image, face);
    if (isCut(landmarks, image)) return failed(reason('face-cut'));
    const embedding = await engine.embed(image, landmarks);
    const remarks: Reason[] = [];
    if (faces.some((other) => other !== face && other.height > face.height / 2)) {
      remarks.push(reason('several-faces', 'the most prominent one was taken'));
    }
    if (embedding.norm < (engine.manifest.norms?.poor ?? 0))
      remarks.push(reason('photo-poor', `norm ${embedding.norm.toFixed(2)}`));
    return done({ embedding, remarks });
  } finally {
    image.data.fill(0);
    await engine.forget();
  }
}

/** A face that the frame cuts raises false matches sixty-fold: some corner of the aligned face is far outside. */
function isCut(landmarks: Landmarks, image: RgbImage): boolean {
  const { a, b, tx, ty } = alignFace(landmarks);
  const slack = 0.12 * alignedSide * Math.hypot(a, b);
  return [0, alignedSide].some((u) =>
    [0, alignedSide].some((v) => {
      const x = a * u - b * v + tx;
      const y = b * u + a * v + ty;
      return x < -slack || y < -slack || x > image.width + slack || y > image.height + slack;
    }),
  );
}
