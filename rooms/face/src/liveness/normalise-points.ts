/** What was done to points (x, y pairs): moved by -x, -y, then scaled to a mean distance of √2 from 0. */
export interface Normalised {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** How to normalise points so that equations of them are well conditioned (Hartley & Zisserman, 4.4). */
export function normalisePoints(points: ArrayLike<number>): Normalised | null {
  const count = points.length / 2;
  let [x, y, spread] = [0, 0, 0];
  for (let i = 0; i < points.length; i += 2) {
    x += (points[i] ?? 0) / count;
    y += (points[i + 1] ?? 0) / count;
  }
  for (let i = 0; i < points.length; i += 2) {
    spread += Math.hypot((points[i] ?? 0) - x, (points[i + 1] ?? 0) - y) / count;
  }
  return spread > 0 ? { x, y, scale: Math.SQRT2 / spread } : null;
}
