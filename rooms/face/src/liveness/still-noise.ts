import type { FaceBox } from '../engine/face-box.ts';
import type { FrameSample } from './frame-sample.ts';

/** The upper part of the frame, beside the head: where nothing moves while the person turns. */
const upperPart = 0.35;
/** How much wider than the face its surroundings are kept out. */
const kept = 1.8;
const fewest = 400;

/**
 * The share (0..1) of pixels beside the head, in the upper part of the frame, that have exactly the value of the
 * frame before. A sensor's noise keeps it well under 1 however still everything stands; in a made picture it is 1.
 * Burnt-out and black pixels, which have no noise, do not count. Null when too few are left.
 */
export function shareOfUnchanged(
  sample: FrameSample,
  before: FrameSample,
  face: FaceBox,
  frameWidth: number,
): number | null {
  if (sample.width !== before.width || sample.height !== before.height) return null;
  const scale = sample.width / frameWidth;
  const centre = (face.x + face.width / 2) * scale;
  const left = centre - (kept * face.height * scale) / 2;
  const right = centre + (kept * face.height * scale) / 2;
  const bottom = Math.floor(sample.height * upperPart);
  let [same, all] = [0, 0];
  for (let y = 0; y < bottom; y++) {
    for (let x = 0; x < sample.width; x++) {
      if (x > left && x < right) continue;
      const value = sample.values[y * sample.width + x] ?? 0;
      if (value < 16 || value > 239) continue;
      all++;
      if (value === before.values[y * sample.width + x]) same++;
    }
  }
  return all < fewest ? null : same / all;
}
