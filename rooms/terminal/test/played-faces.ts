import {
  type FaceResult,
  type FaceVerificationOptions,
  type FaceWorker,
  type FrameGuidance,
  shippedManifest,
} from '@honnin/face';
import { done } from '@honnin/outcome';

/** A face worker without a face: every attempt ends at its first frame, as the test says. */
export interface PlayedFaces {
  readonly faces: FaceWorker;
  /** What the next attempts find. */
  find(result: Partial<FaceResult> & { readonly live?: boolean }): void;
  /** From now on frames come, and no attempt ends by them. */
  hold(): void;
  /** What each attempt was begun with. */
  readonly begun: Omit<FaceVerificationOptions, 'engine'>[];
  /** When the camera took each frame, as far as it was told. */
  readonly captured: (number | undefined)[];
  /** Attempts that were asked to go without turning. */
  readonly withoutTurning: number;
}

export function playFaces(): PlayedFaces {
  let result = resultOf({});
  let withoutTurning = 0;
  let held = false;
  const begun: Omit<FaceVerificationOptions, 'engine'>[] = [];
  const captured: (number | undefined)[] = [];
  const over: FrameGuidance = { step: 'done', advice: null, progress: 1, box: null, yaw: null };
  return {
    begun,
    captured,
    get withoutTurning() {
      return withoutTurning;
    },
    hold() {
      held = true;
    },
    find(change) {
      result = resultOf(change);
    },
    faces: {
      manifest: shippedManifest,
      processIds: [],
      async startVerification(options) {
        begun.push(options);
        return done({
          step: 'look-straight',
          async offerFrame(_jpeg: Uint8Array, at?: number) {
            captured.push(at);
            return held ? { ...over, step: 'look-straight' } : over;
          },
          askWithoutTurning() {
            withoutTurning += 1;
            return over;
          },
          result: () => result,
          [Symbol.dispose]: () => undefined,
        });
      },
      [Symbol.asyncDispose]: async () => undefined,
    },
  };
}

function resultOf({ live = true, ...change }: Partial<FaceResult> & { readonly live?: boolean }): FaceResult {
  return {
    status: 'rejected',
    similarity: 0.1,
    threshold: 0.48,
    falseMatchRate: 1e-4,
    model: { name: 'played', sha256: 'a'.repeat(64) },
    frames: 5,
    liveness: {
      status: live ? 'verified' : 'undetermined',
      passive: 0.9,
      headTurn: live ? 'met' : 'not-met',
      eyes: 'open',
      leanIn: 'not-asked',
      stream: 'live',
      relaxed: [],
    },
    reasons: [{ code: 'face-does-not-match' }],
    ...change,
  };
}
