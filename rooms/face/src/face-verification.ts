import type { Attempt } from '@honnin/outcome';
import type { FaceEngine } from './face-engine.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceResult } from './face-result.ts';
import type { FaceStep, FrameGuidance } from './frame-guidance.ts';

/** One person before one camera, once. Disposing wipes frames, crops, templates and the chip photo. */
export interface FaceVerification extends Disposable {
  /** Takes one camera frame (unmirrored JPEG); while one is being worked on, answers the last guidance at once. */
  offerFrame(jpeg: Uint8Array): Promise<FrameGuidance>;
  readonly step: FaceStep;
  /** What is known so far; final once `step` is `done`. */
  result(): FaceResult;
}

export interface FaceVerificationOptions {
  readonly engine: FaceEngine;
  /** The chip's photo as read (JPEG 2000 or JPEG); wiped on dispose. */
  readonly chipPhoto: Uint8Array;
  readonly policy: FacePolicy;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** 0 <= x < 1; must be unpredictable outside tests, it chooses the turns. */
  readonly random: () => number;
}

export function startFaceVerification(_options: FaceVerificationOptions): Promise<Attempt<FaceVerification>> {
  throw new Error('not built yet');
}
