import type { FaceBox } from './face-box.ts';

/** Keeps the best-scored box of every group that overlaps (intersection over union) by more than `limit`. */
export function suppressNonMaxima(boxes: readonly FaceBox[], limit: number): FaceBox[] {
  const kept: FaceBox[] = [];
  for (const box of [...boxes].sort((p, q) => q.score - p.score)) {
    if (kept.every((other) => intersectionOverUnion(box, other) <= limit)) kept.push(box);
  }
  return kept;
}

/** Share of a box that each of two others has to cover for it to lie across both. */
const covered = 0.3;
/** Two boxes of different faces overlap (intersection over union) by less. */
const apart = 0.1;

/**
 * Leaves out boxes that lie across two faces side by side: the detector sometimes sees a third one between two
 * heads that touch, and it would stand in the middle of the picture.
 */
export function dropStraddling(boxes: readonly FaceBox[]): FaceBox[] {
  return boxes.filter((box) => {
    const covering = boxes.filter(
      (other) => other !== box && intersection(box, other) >= covered * box.width * box.height,
    );
    return !covering.some((p) => covering.some((q) => intersectionOverUnion(p, q) < apart));
  });
}

function intersection(p: FaceBox, q: FaceBox): number {
  const width = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
  const height = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
  return width <= 0 || height <= 0 ? 0 : width * height;
}

function intersectionOverUnion(p: FaceBox, q: FaceBox): number {
  const shared = intersection(p, q);
  return shared === 0 ? 0 : shared / (p.width * p.height + q.width * q.height - shared);
}
