import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { FaceEngine } from './face-engine.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceResult } from './face-result.ts';
import { createFaceSession } from './face-session.ts';
import type { FaceStep, FrameGuidance } from './frame-guidance.ts';
import { readPhotoTemplate } from './photo-template.ts';

/** One person before one camera, once. Disposing wipes frames, crops, templates and the chip photo. */
export interface FaceVerification extends Disposable {
  /**
   * Takes one camera frame (unmirrored JPEG); while one is being worked on, answers the last guidance at once.
   * The decoded pixels are overwritten before it returns; the JPEG itself stays the caller's to wipe.
   */
  offerFrame(jpeg: Uint8Array): Promise<FrameGuidance>;
  readonly step: FaceStep;
  /** What is known so far (`not-finished`); final once `step` is `done`, and kept after disposal. */
  result(): FaceResult;
}

export interface FaceVerificationOptions {
  readonly engine: FaceEngine;
  /** The chip's photo as read (JPEG 2000, JPEG or PNG); overwritten on dispose. */
  readonly chipPhoto: Uint8Array;
  readonly policy: FacePolicy;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** 0 <= x < 1; must be unpredictable outside tests, it chooses the turns. */
  readonly random: () => number;
}

/**
 * Starts the verification of the person before the camera against the chip's photo. Fails with
 * `chip-photo-unusable` when the photo shows no whole face: the caller answers undetermined.
 */
export async function startFaceVerification(
  options: FaceVerificationOptions,
): Promise<Attempt<FaceVerification>> {
  const { engine, chipPhoto, policy, clock, random } = options;
  const chip = await readPhotoTemplate(engine, chipPhoto);
  if (chip.status === 'failed') {
    const { code, detail } = chip.reason;
    return failed(reason('chip-photo-unusable', detail === undefined ? code : `${code}: ${detail}`));
  }
  const { embedding, remarks } = chip.value;
  const session = createFaceSession({ engine, chip: embedding, remarks, policy, clock, random });
  return done({
    offerFrame: (jpeg) => session.offerFrame(jpeg),
    get step() {
      return session.step;
    },
    result: () => session.result(),
    [Symbol.dispose]() {
      session[Symbol.dispose]();
      chipPhoto.fill(0);
    },
  });
}
