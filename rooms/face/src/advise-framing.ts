import type { FaceBox } from './face-box.ts';
import type { FaceAdvice } from './frame-guidance.ts';
import type { RgbImage } from './rgb-image.ts';

/** The frame must be this many times the face, so that a margin shows what holds the face. */
const margin = 2.7;
/** Less than this many pixels of box height leaves an eye distance under some 30 pixels. */
const minimumHeight = 100;
/** A face this much smaller than the nearest one is somebody in the background. */
const bystander = 0.5;

/** What to do so that one whole face of a good size is in the middle; null when that is so. */
export function adviseFraming(faces: readonly FaceBox[], image: RgbImage): FaceAdvice | null {
  const [face, next] = faces;
  if (face === undefined) return 'no-face';
  if (next !== undefined && next.height > bystander * face.height) return 'several-faces';
  if (face.height < minimumHeight) return 'come-closer';
  if (face.height * margin > image.height || face.width * margin > image.width) return 'move-back';
  const side = face.height * 0.5;
  const x = face.x + face.width / 2;
  const y = face.y + face.height / 2;
  const whole = x - side >= 0 && x + side <= image.width && y - side >= 0 && y + side <= image.height;
  return whole && Math.abs(x / image.width - 0.5) < 0.3 ? null : 'move-to-centre';
}
