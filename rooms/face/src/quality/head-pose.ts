import { fivePoints } from '../engine/face-alignment.ts';
import type { Landmarks } from '../engine/landmarks.ts';

/** How the head stands, from landmarks alone; lengths in eye distances, so free of size and place. */
export interface HeadPose {
  /** (nose - middle of the eyes) along the eye line; positive: the person's own left. */
  readonly yaw: number;
  /** Nose below the eye line over eyes-to-mouth; about 0.5 level, less looking up, more looking down. */
  readonly pitch: number;
  /** Tilt of the eye line in degrees, positive clockwise. */
  readonly roll: number;
  /** Distance of the eye centres in pixels. */
  readonly eyeDistance: number;
}

/** Reads the pose off the eye centres, nose tip and mouth corners. */
export function readHeadPose(landmarks: Landmarks): HeadPose {
  const [rx = 0, ry = 0, lx = 0, ly = 0, nx = 0, ny = 0, ax = 0, ay = 0, bx = 0, by = 0] =
    fivePoints(landmarks);
  const eyeDistance = Math.hypot(lx - rx, ly - ry);
  const ux = (lx - rx) / eyeDistance;
  const uy = (ly - ry) / eyeDistance;
  const along = (x: number, y: number) => (x - (rx + lx) / 2) * ux + (y - (ry + ly) / 2) * uy;
  const below = (x: number, y: number) => -(x - (rx + lx) / 2) * uy + (y - (ry + ly) / 2) * ux;
  return {
    yaw: along(nx, ny) / eyeDistance,
    pitch: below(nx, ny) / below((ax + bx) / 2, (ay + by) / 2),
    roll: (Math.atan2(uy, ux) * 180) / Math.PI,
    eyeDistance,
  };
}
