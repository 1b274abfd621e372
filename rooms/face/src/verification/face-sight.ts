import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceBox } from '../engine/face-box.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import type { Landmarks } from '../engine/landmarks.ts';
import { adviseDistance } from '../quality/advise-framing.ts';
import { adviseQuality, adviseStraight } from '../quality/advise-quality.ts';
import type { FaceQuality, QualityMeter } from '../quality/face-quality.ts';
import { type HeadPose, readHeadPose } from '../quality/head-pose.ts';
import { liveLimits } from '../quality/quality-limits.ts';

/** What one frame shows of the face in front; the pixels live only until the frame is done with. */
export interface FaceSight {
  readonly image: RgbImage;
  readonly box: FaceBox;
  readonly landmarks: Landmarks;
  readonly pose: HeadPose;
  readonly quality: FaceQuality;
  /** 0 open .. 1 closed. */
  readonly eyesClosed: number;
  /** Milliseconds. */
  readonly at: number;
}

/** Looks at one found face; what the session remembers of eyes and advice is told to straight faces only. */
export async function lookAtFace(
  engine: FaceEngine,
  meter: QualityMeter,
  image: RgbImage,
  box: FaceBox,
  at: number,
): Promise<FaceSight> {
  const landmarks = await engine.findLandmarks(image, box);
  const eyesClosed = await engine.eyesClosed(image, landmarks);
  const pose = readHeadPose(landmarks);
  const measured = meter.measure(image, landmarks);
  const spent = meter.patience.spent();
  if (Math.abs(pose.yaw) > liveLimits.yaw || adviseDistance(pose.eyeDistance, image) !== null) {
    meter.patience.note(null, at);
    return { image, box, landmarks, pose, quality: { ...measured, spent }, eyesClosed, at };
  }
  const eyeShare = meter.ownEyes.share(measured.eyeOpening, eyesClosed);
  const quality = { ...measured, eyeShare, spent };
  meter.patience.note(adviseQuality(quality) ?? adviseStraight(pose, quality, eyesClosed), at);
  return { image, box, landmarks, pose, quality, eyesClosed, at };
}

/** Whether a face is elsewhere than just before: between two frames a head moves by less than its own size. */
export function isElsewhere(box: FaceBox, before: FaceBox): boolean {
  const dx = box.x + box.width / 2 - before.x - before.width / 2;
  const dy = box.y + box.height / 2 - before.y - before.height / 2;
  const ratio = box.height / before.height;
  return Math.hypot(dx, dy) > Math.max(box.height, before.height) || ratio > 2 || ratio < 0.5;
}
