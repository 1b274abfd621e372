import type { FaceBox } from '../engine/face-box.ts';
import type { Landmarks } from '../engine/landmarks.ts';

/** The best straight look of a person, which their turns and their leaning in are held against. */
export interface StraightView {
  readonly landmarks: Landmarks;
  readonly box: FaceBox;
  readonly yaw: number;
  readonly eyeDistance: number;
  /** Raw norm of the embedding: the higher, the better the picture. */
  readonly norm: number;
}
