import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceBox } from '../engine/face-box.ts';
import type { FaceAdvice } from '../verification/frame-guidance.ts';
import { liveLimits } from './quality-limits.ts';

/** Beyond this many eye distances in the frame's shorter side, the eyes are under some 38 pixels apart in 480. */
const farthest = 12.6;
/** A face this much smaller than the nearest one is somebody in the background. */
const bystander = 0.5;

/** What to do so that one whole face is in the middle; null when that is so. */
export function adviseFraming(faces: readonly FaceBox[], image: RgbImage): FaceAdvice | null {
  const [face, next] = faces;
  if (face === undefined) return 'no-face';
  if (next !== undefined && next.height > bystander * face.height) return 'several-faces';
  const side = face.height * 0.5;
  const x = face.x + face.width / 2;
  const y = face.y + face.height / 2;
  const whole = x - side >= 0 && x + side <= image.width && y - side >= 0 && y + side <= image.height;
  return whole && Math.abs(x / image.width - 0.5) < 0.3 ? null : 'move-to-centre';
}

/**
 * Whether to come closer or move back; null when neither. By the eyes, since the detector's box grows and
 * shrinks by a third with hairline and fringe.
 */
export function adviseDistance(eyeDistance: number, { width, height }: RgbImage): FaceAdvice | null {
  const frame = Math.min(width, height) / eyeDistance;
  if (frame < liveLimits.nearest) return 'move-back';
  return frame > farthest ? 'come-closer' : null;
}
