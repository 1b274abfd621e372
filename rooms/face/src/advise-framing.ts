import type { FaceBox } from './face-box.ts';
import type { FaceAdvice } from './frame-guidance.ts';
import type { RgbImage } from './rgb-image.ts';

/** The frame's shorter side must be this many times the face, so that a margin shows what holds the face. */
const margin = 2.9;
/** The frame's shorter side over the smallest face that is worth comparing: an eye distance of some 40 pixels in 480. */
const reach = 5.2;
/** A face this much smaller than the nearest one is somebody in the background. */
const bystander = 0.5;

/** What to do so that one whole face of a good size is in the middle; null when that is so. */
export function adviseFraming(faces: readonly FaceBox[], image: RgbImage): FaceAdvice | null {
  const [face, next] = faces;
  if (face === undefined) return 'no-face';
  if (next !== undefined && sizeOf(next) > bystander * sizeOf(face)) return 'several-faces';
  const frame = Math.min(image.width, image.height);
  const size = sizeOf(face);
  if (size * reach < frame) return 'come-closer';
  if (size * margin > frame) return 'move-back';
  const side = face.height * 0.5;
  const x = face.x + face.width / 2;
  const y = face.y + face.height / 2;
  const whole = x - side >= 0 && x + side <= image.width && y - side >= 0 && y + side <= image.height;
  return whole && Math.abs(x / image.width - 0.5) < 0.3 ? null : 'move-to-centre';
}

/** Side of the square of the same area: the box's height alone changes by a third with hairline and fringe. */
function sizeOf({ width, height }: FaceBox): number {
  return Math.sqrt(width * height);
}
