import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Triangle } from './triangulate.ts';

/**
 * Draws `image` into `out` (RGB, `width` a row) so that its points `from` come to lie at `to`: each triangle by
 * the affine map of its corners, bilinear.
 */
export function warpTriangles(
  image: RgbImage,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  triangles: readonly Triangle[],
  out: Float32Array,
  width: number,
): void {
  const height = out.length / 3 / width;
  for (const [a, b, c] of triangles) {
    const [ax, ay, bx, by, cx, cy] = corners(to, a, b, c);
    const [ux, uy, vx, vy, wx, wy] = corners(from, a, b, c);
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (Math.abs(area) < 1e-6) continue;
    const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx)));
    const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx)));
    const top = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
    const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy)));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const s = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / area;
        const t = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / area;
        if (s < -1e-6 || t < -1e-6 || s + t > 1.000001) continue;
        const sx = ux + s * (vx - ux) + t * (wx - ux);
        const sy = uy + s * (vy - uy) + t * (wy - uy);
        sampleInto(image, sx, sy, out, (y * width + x) * 3);
      }
    }
  }
}

function corners(points: ArrayLike<number>, a: number, b: number, c: number) {
  const at = (i: number) => points[i] ?? 0;
  return [at(2 * a), at(2 * a + 1), at(2 * b), at(2 * b + 1), at(2 * c), at(2 * c + 1)] as const;
}

function sampleInto(image: RgbImage, sx: number, sy: number, out: Float32Array, o: number): void {
  const x = Math.max(0, Math.min(image.width - 1.001, sx));
  const y = Math.max(0, Math.min(image.height - 1.001, sy));
  const x0 = x | 0;
  const y0 = y | 0;
  const [fx, fy] = [x - x0, y - y0];
  const p = (y0 * image.width + x0) * 3;
  const q = p + image.width * 3;
  const data = image.data;
  for (let i = 0; i < 3; i++) {
    out[o + i] =
      (1 - fy) * ((1 - fx) * (data[p + i] ?? 0) + fx * (data[p + 3 + i] ?? 0)) +
      fy * ((1 - fx) * (data[q + i] ?? 0) + fx * (data[q + 3 + i] ?? 0));
  }
}
