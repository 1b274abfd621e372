import type { FaceEngine } from '../engine/face-engine.ts';
import type { CameraIdentity } from '../verification/camera-identity.ts';
import type { FacePolicy } from '../verification/face-policy.ts';
import type { FaceResult } from '../verification/face-result.ts';
import { startFaceVerification } from '../verification/face-verification.ts';
import type { FaceAdvice, FaceStep, FrameGuidance } from '../verification/frame-guidance.ts';
import type { Chance } from './chance.ts';
import type { Player } from './player.ts';

/** How the frames of a stream are timed: `camera` as a device delivers them, `clockwork` as a program does. */
export type StreamTiming = 'camera' | 'clockwork';

/** Which way the person proves to be there: by turning the head or, without, by leaning in. */
export type FaceWay = 'turning' | 'without-turning';

export interface SessionPlay {
  readonly engine: FaceEngine;
  readonly chipPhoto: Uint8Array;
  readonly player: Player;
  readonly policy: FacePolicy;
  /** What the verification draws its steps from. */
  readonly random: () => number;
  readonly chance: Chance;
  readonly way: FaceWay;
  readonly camera: CameraIdentity;
  readonly timing: StreamTiming;
  /** Milliseconds from one offered frame to the next; default 100. */
  readonly frameEveryMs?: number;
  /** Sees every frame and what was answered to it. */
  readonly watch?: (jpeg: Uint8Array, guidance: FrameGuidance) => void;
}

/** What came of a played session. */
export interface PlayedSession {
  readonly result: FaceResult;
  /** The player gave up: the screen did not get further for a long time. */
  readonly gaveUp: boolean;
  /** Seconds on the clock of the session, and frames that were shown. */
  readonly seconds: number;
  readonly frames: number;
  /** Steps in the order in which they were asked, and how often each piece of advice was given. */
  readonly steps: readonly FaceStep[];
  readonly advice: Readonly<Partial<Record<FaceAdvice, number>>>;
}

/** Nobody stands before a screen that does not change for longer. */
const patienceMs = 16_000;

/** Plays frames into a verification, on a clock that runs only with them, until it is done or nothing moves. */
export async function playSession(play: SessionPlay): Promise<PlayedSession> {
  const { engine, chipPhoto, player, policy, random, way, chance } = play;
  let at = 10_000;
  const started = await startFaceVerification({
    engine,
    chipPhoto,
    policy,
    clock: () => at,
    random,
    camera: play.camera,
  });
  if (started.status === 'failed') throw new Error(`${started.reason.code}: ${started.reason.detail ?? ''}`);
  using verification = started.value;
  let guidance: FrameGuidance = { step: 'look-straight', advice: null, progress: 0, box: null, yaw: null };
  if (way === 'without-turning') guidance = verification.askWithoutTurning();
  const steps: FaceStep[] = [];
  const advice: Partial<Record<FaceAdvice, number>> = {};
  const start = at;
  const stream = createStreamClock(play.timing, play.frameEveryMs ?? 100, chance);
  let furthest = 0;
  let movedAt = at;
  let frames = 0;
  while (guidance.step !== 'done' && at - movedAt < patienceMs) {
    if (steps.at(-1) !== guidance.step) {
      steps.push(guidance.step);
      movedAt = at;
    }
    const captured = stream.next();
    at = start + captured + stream.delay();
    const jpeg = await player(guidance, start + captured);
    guidance = await verification.offerFrame(jpeg, start + captured);
    play.watch?.(jpeg, guidance);
    frames++;
    if (guidance.advice !== null) advice[guidance.advice] = (advice[guidance.advice] ?? 0) + 1;
    if (guidance.progress > furthest + 0.02) {
      furthest = guidance.progress;
      movedAt = at;
    }
  }
  const gaveUp = guidance.step !== 'done';
  return { result: verification.result(), gaveUp, seconds: (at - start) / 1000, frames, steps, advice };
}

/** When frames are taken (ms) and how long they take to the session. */
function createStreamClock(timing: StreamTiming, everyMs: number, chance: Chance) {
  const period = 1000 / 30;
  const wanted = Math.max(1, Math.round(everyMs / period));
  let count = 0;
  return {
    next(): number {
      count += wanted;
      if (timing === 'clockwork') return count * period;
      // A camera drops a frame now and then, and the page takes the newest one when it is free.
      if (chance.yes(0.12)) count++;
      return count * period * 1.0007 + chance.normal() * 1.1;
    },
    delay: (): number => (timing === 'clockwork' ? 12 : 25 + Math.abs(chance.normal()) * 8),
  };
}
