import type { RgbImage } from '../decoding/rgb-image.ts';
import { fivePoints } from '../engine/face-alignment.ts';
import type { Landmarks } from '../engine/landmarks.ts';

/** A straight edge, in pixels of the shrunk picture. */
interface Edge {
  /** Coordinate across the edge where it passes the middle of the eyes. */
  readonly at: number;
  /** Change of `at` for each pixel along the edge. */
  readonly lean: number;
  /** Where it ends, along the edge. */
  readonly from: number;
  readonly to: number;
}

/** Where a picture steps from dark to light (1) or light to dark (-1), along rows and down columns. */
interface Steps {
  readonly width: number;
  readonly height: number;
  readonly sideways: Int8Array;
  readonly downwards: Int8Array;
}

/** Every second pixel is enough. */
const shrink = 2;
/** Least difference of luma over two pixels of the shrunk picture, in four times 0..255. */
const least = 36;
const leans = [-0.12, -0.1, -0.08, -0.06, -0.04, -0.02, 0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12];
/** So many places in a row without a step do not end an edge yet. */
const longestGap = 3;

/**
 * Whether the face stands inside a closed straight frame: the bezel of a screen, the border of a print. Two
 * upright edges run from the height of the eyes down past the chin, where a person's shoulders would cover any
 * door or picture behind them, and a level edge above the head or across the chest joins both at the corners;
 * or, nearer than shoulders are wide, they run through the whole picture.
 * False when the frame reaches beyond the picture: it says nothing of a screen that fills the view.
 */
export function isInPictureFrame(image: RgbImage, landmarks: Landmarks): boolean {
  const [rx = 0, ry = 0, lx = 0, ly = 0] = fivePoints(landmarks);
  const unit = Math.hypot(lx - rx, ly - ry) / shrink;
  const middle = (rx + lx) / 2 / shrink;
  const eyes = (ry + ly) / 2 / shrink;
  const chin = (landmarks.points[17] ?? 0) / shrink;
  if (unit < 8) return false;
  const steps = findSteps(image);
  const upright = (low: number, high: number) =>
    findEdges(steps, 'upright', [low, high], eyes, [eyes, chin + 0.6 * unit]);
  const level = (low: number, high: number) =>
    findEdges(steps, 'level', [low, high], middle, [middle - unit, middle + unit]);
  const lefts = upright(middle - 5.5 * unit, middle - 1.15 * unit);
  if (lefts.length === 0) return false;
  const rights = upright(middle + 1.15 * unit, middle + 5.5 * unit);
  if (rights.length === 0) return false;
  // Nearer than shoulders are wide, and through the whole picture: the sides of a screen that is higher than it.
  const pillar = ({ at, from, to }: Edge) =>
    Math.abs(at - middle) < 3 * unit && from <= 4 && to >= steps.height - 5;
  if (lefts.some(pillar) && rights.some(pillar)) return true;
  const bars = [...level(eyes - 4 * unit, eyes - 0.9 * unit), ...level(chin + 0.3 * unit, chin + 4 * unit)];
  return bars.some((bar) => {
    const above = bar.at < eyes;
    const meets = (side: Edge, end: number) => {
      const y = bar.at + bar.lean * (end - middle);
      const x = side.at + side.lean * (y - eyes);
      const gap = above ? side.from - y : y - side.to;
      // Without the lower edge, only what runs on where the shoulders are surely stands before them.
      const low = !above || side.to >= Math.min(chin + 1.3 * unit, steps.height - 4);
      return Math.abs(end - x) < 0.35 * unit && gap < 0.35 * unit && low;
    };
    return lefts.some((side) => meets(side, bar.from)) && rights.some((side) => meets(side, bar.to));
  });
}

function findSteps(image: RgbImage): Steps {
  const row = 3 * image.width;
  const [width, height] = [Math.floor(image.width / shrink), Math.floor(image.height / shrink)];
  const { data } = image;
  const luma = new Int16Array(width * height);
  for (let y = 0; y < height; y++) {
    let p = shrink * y * row;
    for (let x = 0; x < width; x++, p += 3 * shrink) {
      // Two pixels on the diagonal take some of the noise away.
      const q = p + row + 3;
      const one = (data[p] ?? 0) + 2 * (data[p + 1] ?? 0) + (data[p + 2] ?? 0);
      luma[y * width + x] = (one + (data[q] ?? 0) + 2 * (data[q + 1] ?? 0) + (data[q + 2] ?? 0)) >> 1;
    }
  }
  const [sideways, downwards] = [new Int8Array(width * height), new Int8Array(width * height)];
  for (let i = width; i < luma.length - width; i++) {
    const across = (luma[i + 1] ?? 0) - (luma[i - 1] ?? 0);
    const down = (luma[i + width] ?? 0) - (luma[i - width] ?? 0);
    if (Math.abs(across) > least) sideways[i] = Math.sign(across);
    if (Math.abs(down) > least) downwards[i] = Math.sign(down);
  }
  luma.fill(0);
  return { width, height, sideways, downwards };
}

/** All straight edges between two places across that run without a gap over `through` at least. */
function findEdges(
  { width, height, sideways, downwards }: Steps,
  kind: 'upright' | 'level',
  [low, high]: readonly [number, number],
  pivot: number,
  through: readonly [number, number],
): readonly Edge[] {
  const upright = kind === 'upright';
  const [across, along] = upright ? [width, height] : [height, width];
  const [stepAcross, stepAlong] = upright ? [1, width] : [width, 1];
  const map = upright ? sideways : downwards;
  const found: Edge[] = [];
  const first = Math.max(0, Math.ceil(through[0]));
  const last = Math.min(along - 1, Math.floor(through[1]));
  for (let at = Math.max(2, Math.ceil(low)); at <= Math.min(across - 3, high); at++) {
    for (const lean of leans) {
      for (const sign of [1, -1]) {
        if (!holds(at, lean, sign)) continue;
        found.push({ at, lean, from: reach(at, lean, sign, -1), to: reach(at, lean, sign, 1) });
      }
    }
  }
  return found;

  function seen(at: number, lean: number, sign: number, place: number): boolean {
    const to = Math.round(at + lean * (place - pivot));
    return to > 1 && to < across - 2 && map[to * stepAcross + place * stepAlong] === sign;
  }

  function holds(at: number, lean: number, sign: number): boolean {
    let gap = 0;
    for (let place = first; place <= last; place++) {
      gap = seen(at, lean, sign, place) ? 0 : gap + 1;
      if (gap > longestGap) return false;
    }
    return true;
  }

  function reach(at: number, lean: number, sign: number, step: 1 | -1): number {
    let [end, gap] = [step > 0 ? last : first, 0];
    for (let place = end; place >= 0 && place < along && gap <= longestGap; place += step) {
      gap = seen(at, lean, sign, place) ? 0 : gap + 1;
      if (gap === 0) end = place;
    }
    return end;
  }
}
