import type { RgbImage } from '../decoding/rgb-image.ts';

/**
 * What red, green and blue of faces have more than their luma, by luma: the mean over 530 press photographs, in
 * steps. The luma itself stays.
 */
const steps: readonly (readonly [luma: number, red: number, green: number, blue: number])[] = [
  [0, 0, 0, 0],
  [16, 7, -2, -6],
  [40, 16, -5, -15],
  [80, 26, -8, -26],
  [120, 33, -10, -33],
  [160, 35, -11, -36],
  [200, 31, -9, -34],
  [230, 15, -4, -20],
  [255, 0, 0, 0],
];

/** Whether a picture has no colour at all, as a card's photo has none. */
export function isGrey({ data }: RgbImage): boolean {
  for (let p = 0; p + 2 < data.length; p += 3) {
    if (data[p] !== data[p + 1] || data[p] !== data[p + 2]) return false;
  }
  return true;
}

/**
 * A copy of a grey picture in the colours that a face of its brightness mostly has. The recogniser learnt on
 * colour: a grey photo is refused more often than the same photo in colour, and a tinted one less often than the grey
 * one (docs/accuracy.md). The caller overwrites the copy.
 */
export function tintGrey({ width, height, data }: RgbImage): RgbImage {
  const tints = colours();
  const tinted = new Uint8Array(data.length);
  for (let p = 0; p + 2 < data.length; p += 3) {
    const from = 3 * (data[p] ?? 0);
    tinted[p] = tints[from] ?? 0;
    tinted[p + 1] = tints[from + 1] ?? 0;
    tinted[p + 2] = tints[from + 2] ?? 0;
  }
  return { width, height, data: tinted };
}

/** Red, green and blue for every luma, straight lines between the steps. */
function colours(): Uint8ClampedArray {
  const found = new Uint8ClampedArray(256 * 3);
  for (const [i, [to, ...end]] of steps.entries()) {
    const [from, ...start] = steps[i - 1] ?? [0, 0, 0, 0];
    for (let luma = from; luma <= to; luma++) {
      const share = to === from ? 1 : (luma - from) / (to - from);
      for (let c = 0; c < 3; c++) {
        const [a = 0, b = 0] = [start[c], end[c]];
        found[3 * luma + c] = luma + a + share * (b - a);
      }
    }
  }
  return found;
}
