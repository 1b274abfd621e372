import { alignedSide, alignFace } from './face-alignment.ts';
import type { Landmarks } from './landmarks.ts';

const grid = 16;

/** Share (0..1) of the aligned face, as the recogniser sees it, that the image really holds. */
export function faceCoverage(
  landmarks: Landmarks,
  image: { readonly width: number; readonly height: number },
): number {
  const { a, b, tx, ty } = alignFace(landmarks);
  let inside = 0;
  for (let j = 0; j < grid; j++) {
    for (let i = 0; i < grid; i++) {
      const u = ((i + 0.5) * alignedSide) / grid - 0.5;
      const v = ((j + 0.5) * alignedSide) / grid - 0.5;
      const x = a * u - b * v + tx;
      const y = b * u + a * v + ty;
      if (x >= -0.5 && y >= -0.5 && x <= image.width - 0.5 && y <= image.height - 0.5) inside++;
    }
  }
  return inside / grid ** 2;
}
