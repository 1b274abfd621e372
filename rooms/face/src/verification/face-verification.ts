import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { readPhotoTemplate } from '../comparison/photo-template.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import type { CameraIdentity } from './camera-identity.ts';
import type { FacePolicy } from './face-policy.ts';
import { createFaceSession, type FaceVerification } from './face-session.ts';

export interface FaceVerificationOptions {
  readonly engine: FaceEngine;
  /** The chip's photo as read (JPEG 2000, JPEG or PNG); overwritten on dispose. */
  readonly chipPhoto: Uint8Array;
  readonly policy: FacePolicy;
  /** Which camera the screen says the frames come from; without it nothing is made of the device. */
  readonly camera?: CameraIdentity;
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
  const { embedding, telling, remarks } = chip.value;
  const session = createFaceSession({
    engine,
    chip: embedding,
    photoTelling: telling,
    remarks,
    policy,
    camera: options.camera ?? null,
    clock,
    random,
  });
  return done({
    offerFrame: (jpeg, captured) => session.offerFrame(jpeg, captured),
    askWithoutTurning: () => session.askWithoutTurning(),
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
