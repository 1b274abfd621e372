import type { TextLine } from '../detection/text-line.ts';
import type { RgbImage } from '../engine/rgb-image.ts';

/** Height of the pictures that the recognition network reads. */
export const lineHeight = 48;
/** The shortest and longest that is read; a card's longest line, its address, is about twenty letters. */
const leastWidth = 48;
export const greatestWidth = 960;

/** How wide a line's picture is at that height: a multiple of 8, as the network steps. */
export function lineWidth({ halfLength, halfHeight }: TextLine): number {
  const width = Math.ceil((lineHeight * halfLength) / halfHeight / 8) * 8;
  return Math.min(greatestWidth, Math.max(leastWidth, width));
}

/**
 * Cuts a line out of the picture as the recognition network wants it: 48 pixels high, planes of blue, green and
 * red from -1 to 1, turned level; `turned`: read from the other end. Fills `out` with `3 * 48 * width` numbers.
 */
export function cutLine(
  image: RgbImage,
  line: TextLine,
  turned: boolean,
  width: number,
  out: Float32Array,
): void {
  const { data } = image;
  const angle = turned ? line.angle + Math.PI : line.angle;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const along = (2 * line.halfLength) / width;
  const across = (2 * line.halfHeight) / lineHeight;
  const lastX = image.width - 1;
  const lastY = image.height - 1;
  const row = image.width * 3;
  const plane = lineHeight * width;
  for (let v = 0; v < lineHeight; v++) {
    const down = (v + 0.5) * across - line.halfHeight;
    for (let u = 0; u < width; u++) {
      const right = (u + 0.5) * along - line.halfLength;
      const x = Math.max(0, Math.min(lastX, line.middle.x + right * c - down * s - 0.5));
      const y = Math.max(0, Math.min(lastY, line.middle.y + right * s + down * c - 0.5));
      const x0 = x | 0;
      const y0 = y | 0;
      const dx = x - x0;
      const dy = y - y0;
      const p = y0 * row + x0 * 3;
      const q = p + (x0 < lastX ? 3 : 0);
      const below = y0 < lastY ? row : 0;
      for (let channel = 0; channel < 3; channel++) {
        const upper = (data[p + channel] ?? 0) * (1 - dx) + (data[q + channel] ?? 0) * dx;
        const lower = (data[p + below + channel] ?? 0) * (1 - dx) + (data[q + below + channel] ?? 0) * dx;
        const value = upper * (1 - dy) + lower * dy;
        out[(2 - channel) * plane + v * width + u] = value / 127.5 - 1;
      }
    }
  }
}
