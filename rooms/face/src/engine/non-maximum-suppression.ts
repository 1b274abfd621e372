import type { FaceBox } from './face-box.ts';

/** Keeps the best-scored box of every group that overlaps (intersection over union) by more than `limit`. */
export function suppressNonMaxima(boxes: readonly FaceBox[], limit: number): FaceBox[] {
  const kept: FaceBox[] = [];
  for (const box of [...boxes].sort((p, q) => q.score - p.score)) {
    if (kept.every((other) => intersectionOverUnion(box, other) <= limit)) kept.push(box);
  }
  return kept;
}

function intersectionOverUnion(p: FaceBox, q: FaceBox): number {
  const width = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
  const height = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (p.width * p.height + q.width * q.height - shared);
}
