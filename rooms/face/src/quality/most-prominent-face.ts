import type { FaceBox } from '../engine/face-box.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The face a picture is of: the largest, with faces far from the middle counting less, so that a passer-by at
 * the edge does not win over the person in front. Null when there is none.
 */
export function mostProminentFace(faces: readonly FaceBox[], image: Size): FaceBox | null {
  let best: FaceBox | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const face of faces) {
    const dx = face.x + face.width / 2 - image.width / 2;
    const dy = face.y + face.height / 2 - image.height / 2;
    const weight = face.width * face.height - 2 * (dx * dx + dy * dy);
    if (weight > most) {
      best = face;
      most = weight;
    }
  }
  return best;
}
