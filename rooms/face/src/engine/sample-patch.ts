import type { RgbImage } from '../decoding/rgb-image.ts';
import type { SimilarityTransform } from './similarity-transform.ts';

/** How a network wants its pixels: planes in this order, each value (v - mean) / scale. */
export interface PatchFormat {
  readonly colour: 'rgb' | 'bgr' | 'grey';
  readonly mean: number;
  readonly scale: number;
  /** What stands for pixels that the image does not have: black, or its nearest border pixel. */
  readonly outside: 'black' | 'border';
}

/**
 * Fills `out` (planes of width x height) with the part of `image` that `toImage` maps the patch's pixels to:
 * bilinear, averaged over a grid when the patch is coarser than the image. Answers the share (0..1) of the
 * patch that the image really covers. Allocates nothing.
 */
export function samplePatch(
  image: RgbImage,
  toImage: SimilarityTransform,
  width: number,
  height: number,
  format: PatchFormat,
  out: Float32Array,
): number {
  const { a, b, tx, ty } = toImage;
  const data = image.data;
  const lastX = image.width - 1;
  const lastY = image.height - 1;
  const row = image.width * 3;
  const black = format.outside === 'black';
  const grey = format.colour === 'grey';
  const plane = width * height;
  const first = format.colour === 'bgr' ? 2 * plane : 0;
  const third = 2 * plane - first;
  const grid = Math.max(1, Math.min(16, Math.round(Math.hypot(a, b))));
  const weight = 1 / (grid * grid);
  let covered = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let j = 0; j < grid; j++) {
        const py = y + (j + 0.5) / grid - 0.5;
        for (let i = 0; i < grid; i++) {
          const px = x + (i + 0.5) / grid - 0.5;
          let sx = a * px - b * py + tx;
          let sy = b * px + a * py + ty;
          if (sx < -0.5 || sy < -0.5 || sx > lastX + 0.5 || sy > lastY + 0.5) {
            if (black) continue;
          } else covered++;
          sx = Math.max(0, Math.min(sx, lastX));
          sy = Math.max(0, Math.min(sy, lastY));
          const x0 = sx | 0;
          const y0 = sy | 0;
          const dx = sx - x0;
          const dy = sy - y0;
          const p = y0 * row + x0 * 3;
          const q = p + (x0 < lastX ? 3 : 0);
          const down = y0 < lastY ? row : 0;
          const w00 = (1 - dx) * (1 - dy);
          const w10 = dx * (1 - dy);
          const w01 = (1 - dx) * dy;
          const w11 = dx * dy;
          const r = p + down;
          const s = q + down;
          red += w00 * byte(data, p) + w10 * byte(data, q) + w01 * byte(data, r) + w11 * byte(data, s);
          green +=
            w00 * byte(data, p + 1) +
            w10 * byte(data, q + 1) +
            w01 * byte(data, r + 1) +
            w11 * byte(data, s + 1);
          blue +=
            w00 * byte(data, p + 2) +
            w10 * byte(data, q + 2) +
            w01 * byte(data, r + 2) +
            w11 * byte(data, s + 2);
        }
      }
      const o = y * width + x;
      if (grey) {
        const luma = (0.299 * red + 0.587 * green + 0.114 * blue) * weight;
        out[o] = (luma - format.mean) / format.scale;
      } else {
        out[first + o] = (red * weight - format.mean) / format.scale;
        out[plane + o] = (green * weight - format.mean) / format.scale;
        out[third + o] = (blue * weight - format.mean) / format.scale;
      }
    }
  }
  return (covered * weight) / plane;
}

function byte(data: Uint8Array, at: number): number {
  return data[at] ?? 0;
}
