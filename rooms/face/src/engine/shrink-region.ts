import type { RgbImage } from '../decoding/rgb-image.ts';
import { type PatchFormat, samplePatch } from './sample-patch.ts';

/** An upright rectangle in pixels of the image. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Fills `out` (planes of width x height) with an upright region of the image. From half size downwards every
 * source pixel is averaged once, which costs a quarter of bilinear sampling on a grid; above, bilinear. Edges are
 * rounded to the nearest pixel, not down: that would move everything by half a pixel.
 */
export function shrinkRegion(
  image: RgbImage,
  region: Region,
  width: number,
  height: number,
  format: PatchFormat,
  out: Float32Array,
): void {
  const stepX = region.width / width;
  const stepY = region.height / height;
  const inside =
    region.x >= 0 &&
    region.y >= 0 &&
    region.x + region.width <= image.width + 1e-6 &&
    region.y + region.height <= image.height + 1e-6;
  if (!inside || stepX < 2 || Math.abs(stepX - stepY) > 1e-6) {
    const toImage = { a: stepX, b: 0, tx: region.x + stepX / 2 - 0.5, ty: region.y + stepX / 2 - 0.5 };
    samplePatch(image, toImage, width, height, format, out);
    return;
  }
  const data = image.data;
  const row = image.width * 3;
  const grey = format.colour === 'grey';
  const plane = width * height;
  const first = format.colour === 'bgr' ? 2 * plane : 0;
  const third = 2 * plane - first;
  const { mean, scale } = format;
  for (let y = 0; y < height; y++) {
    const top = Math.round(region.y + y * stepY);
    const bottom = Math.min(image.height, Math.max(top + 1, Math.round(region.y + (y + 1) * stepY)));
    for (let x = 0; x < width; x++) {
      const left = Math.round(region.x + x * stepX);
      const right = Math.min(image.width, Math.max(left + 1, Math.round(region.x + (x + 1) * stepX)));
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sy = top; sy < bottom; sy++) {
        const end = sy * row + right * 3;
        for (let p = sy * row + left * 3; p < end; p += 3) {
          red += data[p] ?? 0;
          green += data[p + 1] ?? 0;
          blue += data[p + 2] ?? 0;
        }
      }
      const factor = 1 / (scale * (right - left) * (bottom - top));
      const o = y * width + x;
      if (grey) out[o] = (0.299 * red + 0.587 * green + 0.114 * blue) * factor - mean / scale;
      else {
        out[first + o] = red * factor - mean / scale;
        out[plane + o] = green * factor - mean / scale;
        out[third + o] = blue * factor - mean / scale;
      }
    }
  }
}
