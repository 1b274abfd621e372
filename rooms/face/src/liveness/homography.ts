import { normalisePoints } from './normalise-points.ts';
import { solveLinear } from './solve-linear.ts';

/** Row-major 3x3 matrix of a plane-to-plane projection, last element free. */
export type Homography = Float64Array;

/**
 * Homography that takes `from` onto `to` (x, y pairs) with the least algebraic error, by the direct linear
 * transform on normalised points (Hartley & Zisserman, Multiple View Geometry, 4.1 and 4.4). Null when the
 * points do not fix one (fewer than four, or nearly all on a line).
 */
export function estimateHomography(from: ArrayLike<number>, to: ArrayLike<number>): Homography | null {
  const f = normalisePoints(from);
  const t = normalisePoints(to);
  if (f === null || t === null || from.length < 8) return null;
  const normal = new Float64Array(64);
  const right = new Float64Array(8);
  const row = new Float64Array(8);
  for (let i = 0; i < from.length; i += 2) {
    const x = ((from[i] ?? 0) - f.x) * f.scale;
    const y = ((from[i + 1] ?? 0) - f.y) * f.scale;
    const u = ((to[i] ?? 0) - t.x) * t.scale;
    const v = ((to[i + 1] ?? 0) - t.y) * t.scale;
    row.set([x, y, 1, 0, 0, 0, -u * x, -u * y]);
    accumulate(normal, right, row, u);
    row.set([0, 0, 0, x, y, 1, -v * x, -v * y]);
    accumulate(normal, right, row, v);
  }
  const h = solveLinear(normal, right);
  if (h === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, g = 0, p = 0, q = 0] = h;
  const back = Float64Array.of(1 / t.scale, 0, t.x, 0, 1 / t.scale, t.y, 0, 0, 1);
  const there = Float64Array.of(f.scale, 0, -f.scale * f.x, 0, f.scale, -f.scale * f.y, 0, 0, 1);
  return multiply(multiply(back, Float64Array.of(a, b, c, d, e, g, p, q, 1)), there);
}

/** Where a point goes. */
export function project(h: Homography, x: number, y: number): readonly [number, number] {
  const at = (i: number) => h[i] ?? 0;
  const w = at(6) * x + at(7) * y + at(8);
  return [(at(0) * x + at(1) * y + at(2)) / w, (at(3) * x + at(4) * y + at(5)) / w];
}

function accumulate(normal: Float64Array, right: Float64Array, row: Float64Array, value: number): void {
  for (let i = 0; i < 8; i++) {
    const left = row[i] ?? 0;
    right[i] = (right[i] ?? 0) + left * value;
    for (let j = 0; j < 8; j++) normal[8 * i + j] = (normal[8 * i + j] ?? 0) + left * (row[j] ?? 0);
  }
}

function multiply(p: Float64Array, q: Float64Array): Float64Array {
  const out = new Float64Array(9);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += (p[3 * i + k] ?? 0) * (q[3 * k + j] ?? 0);
      out[3 * i + j] = sum;
    }
  }
  return out;
}
