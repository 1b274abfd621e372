import { alignedSide } from '../engine/face-alignment.ts';

const block = 8;
/** Blocks along one side of the aligned face. */
export const occlusionGrid = alignedSide / block;
const cells = occlusionGrid * occlusionGrid;
/** Light, contrast, upright and level edges, redness and blueness of each block. */
const occlusionMaps = 6;
export const occlusionFeatureCount = occlusionMaps * cells;

/** Rows and columns of blocks that surely lie on the face: light and colour are told against their mean. */
const inner = { top: 4, bottom: 13, left: 3, right: 11 };

const sums = new Float64Array(occlusionMaps * cells);

/**
 * Describes the aligned face (`crop`: R, G and B planes; `luma`) in blocks of 8x8 pixels, free of exposure and
 * white balance: what a covering changes is light, texture and colour of some blocks against the rest.
 */
export function occlusionFeatures(crop: Float32Array, luma: Float32Array, out: Float32Array): void {
  const plane = alignedSide * alignedSide;
  const last = alignedSide - 1;
  sums.fill(0);
  for (let y = 0; y < alignedSide; y++) {
    const down = y < last ? alignedSide : 0;
    for (let x = 0; x < alignedSide; x++) {
      const i = y * alignedSide + x;
      const cell = (y >> 3) * occlusionGrid + (x >> 3);
      const v = luma[i] ?? 0;
      add(cell, v);
      add(cells + cell, v * v);
      add(2 * cells + cell, Math.abs((luma[i + down] ?? 0) - v));
      add(3 * cells + cell, Math.abs((x < last ? (luma[i + 1] ?? 0) : v) - v));
      add(4 * cells + cell, crop[i] ?? 0);
      add(5 * cells + cell, crop[2 * plane + i] ?? 0);
    }
  }
  const pixels = block * block;
  let [face, red, blue, count] = [0, 0, 0, 0];
  for (let row = inner.top; row < inner.bottom; row++) {
    for (let column = inner.left; column < inner.right; column++) {
      const cell = row * occlusionGrid + column;
      face += mean(cell);
      red += share(4 * cells + cell, cell);
      blue += share(5 * cells + cell, cell);
      count++;
    }
  }
  face = face / count + 5;
  for (let cell = 0; cell < cells; cell++) {
    const light = mean(cell);
    const variance = Math.max(0, mean(cells + cell) - light * light);
    out[cell] = Math.log((light + 5) / face);
    out[cells + cell] = Math.log(((Math.sqrt(variance) + 2) / face) * 20) / 3;
    out[2 * cells + cell] = Math.log(((mean(2 * cells + cell) + 1) / face) * 30) / 3;
    out[3 * cells + cell] = Math.log(((mean(3 * cells + cell) + 1) / face) * 30) / 3;
    out[4 * cells + cell] = 6 * (share(4 * cells + cell, cell) - red / count);
    out[5 * cells + cell] = 6 * (share(5 * cells + cell, cell) - blue / count);
  }
  sums.fill(0);

  function add(at: number, v: number): void {
    sums[at] = (sums[at] ?? 0) + v;
  }
  function mean(at: number): number {
    return (sums[at] ?? 0) / pixels;
  }
  // Of luma rather than of r + g + b: one sum less, and the same ratio for grey.
  function share(at: number, cell: number): number {
    return (mean(at) + 1) / (3 * mean(cell) + 3);
  }
}
