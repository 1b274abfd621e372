import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceBox } from '../engine/face-box.ts';
import { fourierPower } from './fourier-power.ts';

const side = 128;
/** Frequencies (cycles a pixel) in which a screen's grid and its beat with the sensor's show. */
const lowest = 0.12;
const highest = 0.48;
const rings = 12;

/**
 * How far the strongest fine pattern stands out of the middle of the face: the highest power over the median of
 * its ring of frequencies. Skin and noise give some tens; the pixels of a screen, or their beat with those of the
 * camera, hundreds. JPEG's own blocks of eight are left out. Null when the face is too near the edge.
 */
export function screenPattern(image: RgbImage, face: FaceBox): number | null {
  const left = Math.round(face.x + face.width / 2) - side / 2;
  const top = Math.round(face.y + face.height / 2) - side / 2;
  if (left < 0 || top < 0 || left + side > image.width || top + side > image.height) return null;
  const values = new Float64Array(side * side);
  let mean = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = 3 * ((top + y) * image.width + left + x);
      const [red, green, blue] = [image.data[at] ?? 0, image.data[at + 1] ?? 0, image.data[at + 2] ?? 0];
      values[y * side + x] = 0.299 * red + 0.587 * green + 0.114 * blue;
      mean += (values[y * side + x] ?? 0) / (side * side);
    }
  }
  const hann = (i: number) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (side - 1));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      values[y * side + x] = ((values[y * side + x] ?? 0) - mean) * hann(x) * hann(y);
    }
  }
  const power = fourierPower(values, side);
  values.fill(0);
  const byRing: number[][] = Array.from({ length: rings }, () => []);
  // The upper half holds all there is: the lower one mirrors it.
  for (let y = 0; y <= side / 2; y++) {
    for (let x = 0; x < side; x++) {
      const [fx, fy] = [(x < side / 2 ? x : x - side) / side, y / side];
      const ring = Math.floor((rings * (Math.hypot(fx, fy) - lowest)) / (highest - lowest));
      if (!isJpegGrid(Math.abs(fx), fy)) byRing[ring]?.push(power[y * side + x] ?? 0);
    }
  }
  let most = 0;
  for (const powers of byRing) {
    powers.sort((p, q) => p - q);
    const median = powers[powers.length >> 1] ?? 0;
    if (median > 0) most = Math.max(most, (powers.at(-1) ?? 0) / median);
  }
  power.fill(0);
  return most;
}

/** Steps between blocks of eight pixels: multiples of 1/8 along one axis, next to nothing along the other. */
function isJpegGrid(fx: number, fy: number): boolean {
  const near = 1.6 / side;
  const onGrid = (f: number) => Math.abs(f - Math.round(8 * f) / 8) < near;
  return (fy < near && onGrid(fx)) || (fx < near && onGrid(fy));
}
