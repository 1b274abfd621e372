import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceBox } from '../engine/face-box.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { mostProminentFace } from '../quality/most-prominent-face.ts';

/** The face that a photo is of. */
export interface PhotoFace {
  readonly face: FaceBox;
  /** All that were found, this one among them. */
  readonly faces: readonly FaceBox[];
  /** False: the detector alone would not have taken it for a face. */
  readonly clear: boolean;
}

/**
 * How sure the detector has to be where it found no face for certain: photos of faces half turned away get 0.44 and
 * more, things that are no faces rarely 0.3.
 */
const leastScore = 0.4;

/**
 * The most prominent face of a photo. A photo is of somebody, unlike a frame of a camera that nobody may stand
 * before: where no face is found for certain the best of the doubtful ones is taken. Null where there is none.
 */
export async function findPhotoFace(engine: FaceEngine, image: RgbImage): Promise<PhotoFace | null> {
  const faces = await engine.findFaces(image);
  const face = mostProminentFace(faces, image);
  if (face !== null) return { face, faces, clear: true };
  const doubtful = await engine.findFaces(image, leastScore);
  const [best] = doubtful.toSorted((p, q) => q.score - p.score);
  return best === undefined ? null : { face: best, faces: [best], clear: false };
}
