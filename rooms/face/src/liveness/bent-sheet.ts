import { normalisePoints } from './normalise-points.ts';
import { solveLinear } from './solve-linear.ts';

/** Directions that the bend is tried in, over half a turn. */
const directions = 12;
const unknowns = 11;

/** How well a sheet of paper explains two views of the same points. */
export interface SheetFit {
  /** What the sheet leaves of each point (x, y pairs), in the units of `to`. */
  readonly rest: Float64Array;
  /** Root mean square of `rest` over the points that were weighed. */
  readonly residual: number;
}

/**
 * The best view of one sheet that takes `from` onto `to` (x, y pairs): flat, or bent along any direction like a
 * page over a pipe. Seen flat, a point of the sheet is (x, y); bent along u = x cos a + y sin a, it stands at depth
 * u², and any camera then sees a projection of (x, y, u²). That is linear in the eleven unknowns of a projection
 * for every a, so it is solved for twelve directions and the best is kept; a flat sheet is among them, with no
 * part of u². `weights`: what a point counts, one for each. Null when the points do not fix one.
 */
export function fitBentSheet(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weights: ArrayLike<number>,
): SheetFit | null {
  const f = normalisePoints(from);
  const t = normalisePoints(to);
  if (f === null || t === null || from.length < 2 * unknowns) return null;
  let best: SheetFit | null = null;
  for (let d = 0; d < directions; d++) {
    const angle = (Math.PI * d) / directions;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const normal = new Float64Array(unknowns * unknowns);
    const right = new Float64Array(unknowns);
    const row = new Float64Array(unknowns);
    for (let i = 0; i < from.length; i += 2) {
      const weight = weights[i / 2] ?? 0;
      if (weight === 0) continue;
      const x = ((from[i] ?? 0) - f.x) * f.scale;
      const y = ((from[i + 1] ?? 0) - f.y) * f.scale;
      const z = (x * c + y * s) ** 2;
      const u = ((to[i] ?? 0) - t.x) * t.scale;
      const v = ((to[i + 1] ?? 0) - t.y) * t.scale;
      row.set([1, x, y, z, 0, 0, 0, 0, -u * x, -u * y, -u * z]);
      accumulate(normal, right, row, u, weight);
      row.set([0, 0, 0, 0, 1, x, y, z, -v * x, -v * y, -v * z]);
      accumulate(normal, right, row, v, weight);
    }
    const p = solveLinear(normal, right);
    if (p === null) continue;
    const at = (k: number) => p[k] ?? 0;
    const rest = new Float64Array(from.length);
    let [squares, total] = [0, 0];
    for (let i = 0; i < from.length; i += 2) {
      const x = ((from[i] ?? 0) - f.x) * f.scale;
      const y = ((from[i + 1] ?? 0) - f.y) * f.scale;
      const z = (x * c + y * s) ** 2;
      const w = 1 + at(8) * x + at(9) * y + at(10) * z;
      const u = (at(0) + at(1) * x + at(2) * y + at(3) * z) / w;
      const v = (at(4) + at(5) * x + at(6) * y + at(7) * z) / w;
      rest[i] = (to[i] ?? 0) - t.x - u / t.scale;
      rest[i + 1] = (to[i + 1] ?? 0) - t.y - v / t.scale;
      const weight = weights[i / 2] ?? 0;
      squares += weight * ((rest[i] ?? 0) ** 2 + (rest[i + 1] ?? 0) ** 2);
      total += weight;
    }
    const residual = Math.sqrt(squares / total);
    if (best === null || residual < best.residual) best = { rest, residual };
  }
  return best;
}

function accumulate(
  normal: Float64Array,
  right: Float64Array,
  row: Float64Array,
  value: number,
  weight: number,
): void {
  for (let i = 0; i < unknowns; i++) {
    const left = weight * (row[i] ?? 0);
    if (left === 0) continue;
    right[i] = (right[i] ?? 0) + left * value;
    for (let j = 0; j < unknowns; j++) {
      normal[unknowns * i + j] = (normal[unknowns * i + j] ?? 0) + left * (row[j] ?? 0);
    }
  }
}
