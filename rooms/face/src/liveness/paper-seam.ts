import type { RgbImage } from '../decoding/rgb-image.ts';
import { fivePoints } from '../engine/face-alignment.ts';
import type { Landmarks } from '../engine/landmarks.ts';

/** Samples to an eye distance; the middle of the eyes is the origin, x along the eye line, y down the face. */
const fine = 28;
const half = Math.round(0.72 * fine);
const across = 2 * half + 1;
const top = Math.round(-0.2 * fine);
const height = Math.round(1.7 * fine);
/** Red, green, blue, and red less blue: a print has less colour than skin even where it is as light. */
const channels = 4;
const leans = [-0.12, -0.09, -0.06, -0.03, 0, 0.03, 0.06, 0.09, 0.12];
/** Rows of which a mean is taken. */
const band = 3;
/**
 * How many rows next to the line are left out, so that a thin line is no step, and what the step over the nearest
 * rows counts. JPEG halves the resolution of colour, and so its sharpest step.
 */
const light = { left: 2, nearness: 1 };
const colour = { left: 3, nearness: 1.2 };
/** A seam runs through: no more than this share of the columns may have a smaller step. */
const exceptions = 0.25;

/**
 * Where a seam may run, in eye distances below the eyes, and the parts of it that each have to show it. Under
 * the eyes it has to cross the bridge of the nose too, since each eye alone has an edge below it; beside the nose
 * and mouth both cheeks have to show it. Between the two, glasses have their lower rims.
 */
const zones = [
  { from: 0.2, to: 0.46, bridge: true },
  { from: 0.55, to: 0.95, bridge: false },
] as const;

const cheekEnd = Math.floor(0.7 * fine);
const cheek = Array.from({ length: cheekEnd - Math.ceil(0.28 * fine) + 1 }, (_, i) => cheekEnd - i);
const cheeks: readonly (readonly number[])[] = [cheek.map((x) => -x), cheek];
const noseBridge = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];

/**
 * The largest step in colour (0..255) that runs in one straight sharp line over both cheeks: the edge of paper
 * that covers half a face. A step counts as far as it is as large within two pixels as within five and larger than
 * what the skin above and below it does. Cheeks change softly; a beard's edge falls from the ears to the mouth.
 * Null when the frame cuts the face.
 */
export function paperSeam(image: RgbImage, landmarks: Landmarks): number | null {
  const sums = columnSums(image, landmarks);
  if (sums === null) return null;
  const steps = new Float32Array(across * height);
  let most = 0;
  for (let channel = 0; channel < channels; channel++) {
    const plane = sums.subarray(channel * across * (height + 1), (channel + 1) * across * (height + 1));
    for (const { from, to, bridge } of zones) {
      const [first, last] = [Math.round(from * fine), Math.round(to * fine)];
      for (let y = first - 3; y <= last + 3; y++) {
        for (let x = -cheekEnd; x <= cheekEnd; x++) {
          steps[(y - top) * across + x + half] = stepAt(plane, x, y, bridge, channel < 3 ? light : colour);
        }
      }
      const parts = bridge ? [...cheeks, noseBridge] : cheeks;
      for (let row = first; row <= last; row++) {
        for (const lean of leans) most = seamAlong(steps, parts, row, lean, most);
      }
    }
  }
  sums.fill(0);
  steps.fill(0);
  return most;
}

/** The step that all but a few columns of each part reach, in one direction; `atLeast` when it is smaller. */
function seamAlong(
  steps: Float32Array,
  parts: readonly (readonly number[])[],
  row: number,
  lean: number,
  atLeast: number,
): number {
  const at = (x: number) => steps[(Math.round(row + lean * x) - top) * across + x + half] ?? 0;
  for (const sign of [1, -1]) {
    const holds = parts.every((columns) => {
      let spared = Math.floor(exceptions * columns.length);
      return columns.every((x) => sign * at(x) > atLeast || spared-- > 0);
    });
    if (!holds) continue;
    return Math.min(
      ...parts.map((columns) => {
        const sorted = columns.map((x) => sign * at(x)).sort((p, q) => p - q);
        return sorted[Math.floor(exceptions * sorted.length)] ?? 0;
      }),
    );
  }
  return atLeast;
}

/** How much the colour steps at a place, signed, less what it changes anyhow; `lowerOnly` leaves the eyes out. */
function stepAt(
  plane: Float32Array,
  x: number,
  y: number,
  lowerOnly: boolean,
  { left, nearness }: typeof light,
): number {
  const above = mean(plane, x, y - left - band + 1, band);
  const below = mean(plane, x, y + left, band);
  const wide = below - above;
  const near = nearness * (mean(plane, x, y + 1, 2) - mean(plane, x, y - 2, 2));
  if (wide * near <= 0) return 0;
  let anyhow = Math.abs(mean(plane, x, y + left + band, band) - below);
  if (!lowerOnly) anyhow += Math.abs(above - mean(plane, x, y - left - 2 * band + 1, band));
  return Math.sign(wide) * Math.max(0, Math.min(Math.abs(wide), Math.abs(near)) - anyhow);
}

/** Mean of `count` rows of a column from `from` down. */
function mean(plane: Float32Array, x: number, from: number, count: number): number {
  const i = (from - top) * across + x + half;
  return ((plane[i + count * across] ?? 0) - (plane[i] ?? 0)) / count;
}

/** Sums down every column of the upright face, channel by channel, one row more than there are. */
function columnSums(image: RgbImage, landmarks: Landmarks): Float32Array | null {
  const { width, data } = image;
  const [rx = 0, ry = 0, lx = 0, ly = 0] = fivePoints(landmarks);
  const [ux, uy] = [(lx - rx) / fine, (ly - ry) / fine];
  const sums = new Float32Array(channels * across * (height + 1));
  const size = across * (height + 1);
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < across; i++) {
      const [x, y] = [i - half, top + j];
      const px = (rx + lx) / 2 + x * ux - y * uy;
      const py = (ry + ly) / 2 + x * uy + y * ux;
      const [x0, y0] = [Math.floor(px), Math.floor(py)];
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= image.height) return null;
      const [a, b] = [px - x0, py - y0];
      const [p, q] = [3 * (y0 * width + x0), 3 * ((y0 + 1) * width + x0)];
      const at = j * across + i;
      for (let c = 0; c < 3; c++) {
        const upper = (1 - a) * (data[p + c] ?? 0) + a * (data[p + 3 + c] ?? 0);
        const lower = (1 - a) * (data[q + c] ?? 0) + a * (data[q + 3 + c] ?? 0);
        const value = (1 - b) * upper + b * lower;
        sums[c * size + at + across] = (sums[c * size + at] ?? 0) + value;
      }
      sums[3 * size + at + across] = (sums[at + across] ?? 0) - (sums[2 * size + at + across] ?? 0);
    }
  }
  return sums;
}
