import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Canvas } from './canvas.ts';

/** How a standing person has moved against their picture: shift in pixels, roll in radians, size. */
export interface Sway {
  readonly x: number;
  readonly y: number;
  readonly roll: number;
  readonly scale: number;
}

/** How the light falls on the person: against even light, brightness at the left and at the right edge. */
export interface SideLight {
  readonly left: number;
  readonly right: number;
}

/**
 * Paints a live picture so that the person moves and the room behind stays: the head's way is followed fully
 * about its middle and fades to nothing at the edges of the frame.
 */
export function paintPerson(
  canvas: Canvas,
  image: RgbImage,
  centre: { readonly x: number; readonly y: number },
  sway: Sway,
  light: SideLight,
): void {
  const { width, height, data } = canvas;
  const toImageX = image.width / width;
  const toImageY = image.height / height;
  const cos = Math.cos(-sway.roll) / sway.scale;
  const sin = Math.sin(-sway.roll) / sway.scale;
  const [cx, cy] = [centre.x / toImageX, centre.y / toImageY];
  const pixels = image.data;
  const row = image.width * 3;
  const [lastX, lastY] = [image.width - 1.001, image.height - 1.001];
  for (let y = 0; y < height; y++) {
    // Below the head there is the body, which follows; the upper and side edges stay.
    const fadeY = y < cy ? ease(y / Math.max(1, cy * 0.75)) : ease((height - y) / ((height - cy) * 0.4));
    for (let x = 0; x < width; x++) {
      const fade = fadeY * ease(x / (width * 0.25)) * ease((width - 1 - x) / (width * 0.25));
      const [px, py] = [x - cx - sway.x, y - cy - sway.y];
      const moveX = cx + cos * px - sin * py - x;
      const moveY = cy + sin * px + cos * py - y;
      let sx = (x + fade * moveX) * toImageX;
      let sy = (y + fade * moveY) * toImageY;
      sx = Math.max(0, Math.min(lastX, sx));
      sy = Math.max(0, Math.min(lastY, sy));
      const x0 = sx | 0;
      const y0 = sy | 0;
      const fx = sx - x0;
      const fy = sy - y0;
      const p = y0 * row + x0 * 3;
      const q = p + row;
      const lit = light.left + ((light.right - light.left) * x) / width;
      const w00 = (1 - fx) * (1 - fy) * lit;
      const w10 = fx * (1 - fy) * lit;
      const w01 = (1 - fx) * fy * lit;
      const w11 = fx * fy * lit;
      const o = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        data[o + c] =
          w00 * (pixels[p + c] ?? 0) +
          w10 * (pixels[p + 3 + c] ?? 0) +
          w01 * (pixels[q + c] ?? 0) +
          w11 * (pixels[q + 3 + c] ?? 0);
      }
    }
  }
}

function ease(t: number): number {
  const within = Math.max(0, Math.min(1, t));
  return within * within * (3 - 2 * within);
}
