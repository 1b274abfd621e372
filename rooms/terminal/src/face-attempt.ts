import { attemptFalseMatchRate, type FrameGuidance } from '@honnin/face';
import { faceClaim, type VisitEvent } from '@honnin/identification';
import { reason } from '@honnin/outcome';
import { openedFace } from './opened-face.ts';
import type { VisitMemory } from './visit-memory.ts';
import type { VisitTools } from './visit-tools.ts';

/** One person before the camera, once. Frames never queue: what comes while one is worked on is dropped. */
export interface FaceAttempt extends Disposable {
  /**
   * Takes a JPEG and wipes it; null when it was dropped, or nothing is to be said. `captured`: the camera's own
   * time of it, in milliseconds, if the screen knows.
   */
  offerFrame(jpeg: Uint8Array, captured?: number): Promise<FrameGuidance | null>;
  /** Whether a frame has come. */
  readonly begun: boolean;
  /** From now on, and however the attempt was begun. */
  askWithoutTurning(): void;
}

export interface FaceAttemptOptions {
  readonly tools: VisitTools;
  readonly memory: VisitMemory;
  /** Called at most once. */
  readonly finish: (event: VisitEvent) => void;
}

const workerStopped = 'face-worker-stopped';

/** Begins a face verification against the verified chip photo; ends by itself, by time, or when disposed. */
export function startFaceAttempt({ tools, memory, finish }: FaceAttemptOptions): FaceAttempt {
  const { photo, fingerprint } = openedFace(memory);
  const { timeouts, facePolicy } = tools;
  let over = false;
  let busy = false;
  let frames = 0;

  const end = (event: VisitEvent) => {
    if (over) return;
    stop();
    finish(event);
  };
  const stop = () => {
    over = true;
    clearTimeout(cameraTimer);
    clearTimeout(limitTimer);
    memory.face?.[Symbol.dispose]();
    memory.face = null;
  };
  const judge = () => {
    if (over || memory.face === null) return;
    const result = memory.face.result();
    if (result.status === 'verified') {
      const tries = tools.faceTries.standing(fingerprint).failed + 1;
      const { falseMatchRate } = result;
      memory.faceClaim = faceClaim(result, {
        tries,
        falseMatchRate: attemptFalseMatchRate({ falseMatchRate, tries }),
      });
      end({ type: 'face-verified' });
      return;
    }
    const staffEnds = result.reasons.find(({ code }) => code === 'lean-in-needs-staff');
    if (staffEnds !== undefined && result.status === 'undetermined') {
      end({ type: 'face-needs-staff', reason: staffEnds });
      return;
    }
    const stopped = result.reasons.find(({ code }) => code === workerStopped);
    if (stopped !== undefined) {
      // Nothing was compared, and nobody before the camera had a part in it: no try is spent.
      tools.log.error({ reason: stopped }, 'the face worker stopped');
      end({ type: 'camera-failed', reason: reason(workerStopped) });
      return;
    }
    tools.faceTries.spend(fingerprint, { live: result.liveness.status === 'verified' });
    const { triesLeft, waitMs } = tools.faceTries.standing(fingerprint);
    end({
      type: 'face-not-verified',
      reasons: result.reasons,
      faceTriesLeft: triesLeft,
      faceWaits: waitMs > 0,
    });
  };
  const cameraTimer = setTimeout(() => {
    if (frames === 0) end({ type: 'camera-failed', reason: reason('camera-silent') });
  }, timeouts.cameraMs);
  // A screen that stops sending in mid-attempt must not leave the attempt open.
  const limitTimer = setTimeout(
    () => (frames === 0 ? end({ type: 'camera-failed', reason: reason('camera-silent') }) : judge()),
    timeouts.cameraMs + facePolicy.timeLimitMs + timeouts.faceSlackMs,
  );

  // The worker's copy is wiped once it was sent; the record's own is kept for another try.
  const chipPhoto = Uint8Array.from(photo);
  const starting = tools.faces
    .startVerification({
      chipPhoto,
      policy: { ...facePolicy, ...memory.stricterFace },
      ...(memory.camera === null ? {} : { camera: memory.camera }),
      clock: tools.monotonic,
      random: () => Buffer.from(tools.random(4)).readUInt32BE() / 2 ** 32,
    })
    .then(
      (started) => {
        if (started.status === 'failed') {
          chipPhoto.fill(0);
          const again = started.reason.code === workerStopped;
          if (again) tools.log.error({ reason: started.reason }, 'the face worker stopped');
          end(
            again
              ? { type: 'camera-failed', reason: reason(workerStopped) }
              : { type: 'face-unusable', reason: started.reason },
          );
        } else if (over) {
          started.value[Symbol.dispose]();
        } else {
          memory.face = started.value;
          if (memory.withoutTurning) started.value.askWithoutTurning();
        }
      },
      (error: unknown) => {
        tools.log.error({ err: error }, 'face verification could not begin');
        end({ type: 'terminal-failed', reason: reason('terminal-error') });
      },
    );

  return {
    get begun() {
      return frames > 0;
    },
    askWithoutTurning() {
      if (!over) memory.face?.askWithoutTurning();
    },
    async offerFrame(jpeg, captured) {
      if (busy || over) {
        jpeg.fill(0);
        return null;
      }
      busy = true;
      frames += 1;
      try {
        await starting;
        const { face } = memory;
        if (over || face === null) return null;
        const guidance = await face.offerFrame(jpeg, captured);
        if (over) return null;
        if (guidance.step === 'done') judge();
        return guidance;
      } catch (error) {
        tools.log.error({ err: error }, 'face verification broke off');
        end({ type: 'terminal-failed', reason: reason('terminal-error') });
        return null;
      } finally {
        jpeg.fill(0);
        busy = false;
      }
    },
    [Symbol.dispose]() {
      if (!over) stop();
    },
  };
}
