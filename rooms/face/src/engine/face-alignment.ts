import type { Landmarks } from './landmarks.ts';
import { estimateSimilarity, invertSimilarity, type SimilarityTransform } from './similarity-transform.ts';

/** Side of the aligned face. */
export const alignedSide = 112;

/** Where eyes, nose tip and mouth corners stand in the recogniser's 112x112 input (the ArcFace template). */
const template = [38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041];

/** Transform from pixels of the aligned face to pixels of the image. */
export function alignFace(landmarks: Landmarks): SimilarityTransform {
  return invertSimilarity(estimateSimilarity(fivePoints(landmarks), template));
}

/** Both eye centres, nose tip, mouth corners, as x, y pairs; the person's right eye first. */
export function fivePoints({ points }: Landmarks): Float64Array {
  const five = new Float64Array(10);
  for (let i = 0; i < 6; i++) {
    for (let axis = 0; axis < 2; axis++) {
      five[axis] = (five[axis] ?? 0) + (points[2 * (36 + i) + axis] ?? 0) / 6;
      five[2 + axis] = (five[2 + axis] ?? 0) + (points[2 * (42 + i) + axis] ?? 0) / 6;
    }
  }
  for (const [slot, point] of [30, 48, 54].entries()) {
    five[4 + 2 * slot] = points[2 * point] ?? 0;
    five[5 + 2 * slot] = points[2 * point + 1] ?? 0;
  }
  return five;
}
