import type { RgbImage } from '../decoding/rgb-image.ts';
import { fivePoints } from '../engine/face-alignment.ts';
import type { Landmarks } from '../engine/landmarks.ts';

/** Samples across the frame; a light is larger than one fortieth of it. */
const grid = 40;

/**
 * Mean luma (0..255) of what surrounds the head: the frame but a disc of 1.9 eye distances about the face and
 * all below it, where the shoulders are. Null when the face leaves too little around it.
 */
export function surroundingLight(image: RgbImage, landmarks: Landmarks): number | null {
  const [rx = 0, ry = 0, lx = 0, ly = 0, nx = 0, ny = 0] = fivePoints(landmarks);
  const eyeDistance = Math.hypot(lx - rx, ly - ry);
  const reach = 1.9 * eyeDistance;
  let [sum, count] = [0, 0];
  for (let j = 0; j < grid; j++) {
    const y = Math.floor(((j + 0.5) * image.height) / grid);
    for (let i = 0; i < grid; i++) {
      const x = Math.floor(((i + 0.5) * image.width) / grid);
      const [dx, dy] = [x - nx, y - ny];
      if (dx * dx + dy * dy < reach * reach || (dy > 0 && Math.abs(dx) < 3.5 * eyeDistance)) continue;
      const p = (y * image.width + x) * 3;
      sum +=
        0.299 * (image.data[p] ?? 0) + 0.587 * (image.data[p + 1] ?? 0) + 0.114 * (image.data[p + 2] ?? 0);
      count++;
    }
  }
  return count < (grid * grid) / 20 ? null : sum / count;
}
