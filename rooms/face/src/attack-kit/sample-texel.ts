import type { TextureLevel } from './texture.ts';

/** A texture's colour at (u, v), 0..1 across and down, bilinear: red, green, blue (0..255) and how opaque (0..1). */
export function sampleTexel(level: TextureLevel, u: number, v: number, out: Float64Array): void {
  const { width, height, rgb, alpha } = level;
  const x = Math.max(0, Math.min(width - 1.001, u * width - 0.5));
  const y = Math.max(0, Math.min(height - 1.001, v * height - 0.5));
  const x0 = x | 0;
  const y0 = y | 0;
  const fx = x - x0;
  const fy = y - y0;
  const p = y0 * width + x0;
  const q = p + width;
  const w00 = (1 - fx) * (1 - fy);
  const w10 = fx * (1 - fy);
  const w01 = (1 - fx) * fy;
  const w11 = fx * fy;
  const p3 = p * 3;
  const q3 = q * 3;
  out[0] = w00 * (rgb[p3] ?? 0) + w10 * (rgb[p3 + 3] ?? 0) + w01 * (rgb[q3] ?? 0) + w11 * (rgb[q3 + 3] ?? 0);
  out[1] =
    w00 * (rgb[p3 + 1] ?? 0) + w10 * (rgb[p3 + 4] ?? 0) + w01 * (rgb[q3 + 1] ?? 0) + w11 * (rgb[q3 + 4] ?? 0);
  out[2] =
    w00 * (rgb[p3 + 2] ?? 0) + w10 * (rgb[p3 + 5] ?? 0) + w01 * (rgb[q3 + 2] ?? 0) + w11 * (rgb[q3 + 5] ?? 0);
  out[3] =
    alpha === null
      ? 1
      : (w00 * (alpha[p] ?? 0) +
          w10 * (alpha[p + 1] ?? 0) +
          w01 * (alpha[q] ?? 0) +
          w11 * (alpha[q + 1] ?? 0)) /
        255;
}
