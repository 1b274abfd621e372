import type { RgbImage } from '../decoding/rgb-image.ts';

/** Pixels between two that are kept, along both axes. */
const step = 4;

/** Single pixels of a frame, on a grid and not averaged, so that the sensor's noise stays in them. */
export interface FrameSample {
  readonly width: number;
  readonly height: number;
  /** Green, 0..255, row by row; a picture of the person, to be overwritten. */
  readonly values: Uint8Array;
  /** Equal for equal samples; unequal samples share one by a chance of about 2^-52. */
  readonly print: number;
}

/** Takes every fourth pixel of every fourth row. */
export function sampleFrame(image: RgbImage): FrameSample {
  const width = Math.floor(image.width / step);
  const height = Math.floor(image.height / step);
  const values = new Uint8Array(width * height);
  let [first, second] = [0x811c9dc5, 0x1b873593];
  for (let y = 0; y < height; y++) {
    let from = 3 * y * step * image.width + 1;
    for (let x = 0; x < width; x++, from += 3 * step) {
      const value = image.data[from] ?? 0;
      values[y * width + x] = value;
      // FNV-1a, and the same with another prime, make one number of 52 bits.
      first = Math.imul(first ^ value, 0x01000193);
      second = Math.imul(second ^ value, 0x85ebca6b) + 0x9e3779b9;
    }
  }
  return { width, height, values, print: (first >>> 0) * 2 ** 20 + (second >>> 12) };
}
