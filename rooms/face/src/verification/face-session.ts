import { type Reason, reason } from '@honnin/outcome';
import { decodeFrame } from '../decoding/decode-frame.ts';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Embedding } from '../engine/embedding.ts';
import type { FaceBox } from '../engine/face-box.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import type { Landmarks } from '../engine/landmarks.ts';
import { createEyeWatch } from '../liveness/eye-watch.ts';
import { planSteps, replanAfterWrongTurn } from '../liveness/plan-steps.ts';
import { createTurnChallenge, type TurnChallenge, type TurnFrame } from '../liveness/turn-challenge.ts';
import { weighTurn } from '../liveness/turn-evidence.ts';
import { adviseDistance, adviseFraming } from '../quality/advise-framing.ts';
import { adviseQuality, adviseStraight } from '../quality/advise-quality.ts';
import { createQualityMeter } from '../quality/face-quality.ts';
import type { CameraIdentity } from './camera-identity.ts';
import { createFaceEvidence, type EvidenceMoment } from './face-evidence.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceResult } from './face-result.ts';
import { type FaceSight, isElsewhere, lookAtFace } from './face-sight.ts';
import { decideFace } from './face-verdict.ts';
import { type Collected, createFrameCollector } from './frame-collector.ts';
import type { FaceAdvice, FaceStep, FrameGuidance } from './frame-guidance.ts';

/** One person before one camera, once. Disposing wipes frames, crops, templates and the chip photo. */
export interface FaceVerification extends Disposable {
  /**
   * Takes one camera frame (unmirrored JPEG); while one is being worked on, answers the last guidance at once.
   * The decoded pixels are overwritten before it returns; the JPEG itself stays the caller's to wipe.
   * `captured`: when the camera took it, in milliseconds of any steady clock, if the screen knows.
   */
  offerFrame(jpeg: Uint8Array, captured?: number): Promise<FrameGuidance>;
  /**
   * The person chose the way without turning the head: from here on they look straight, lean in and lean back.
   * Nothing is asked again that was done; once `step` is `done` it changes nothing.
   */
  askWithoutTurning(): FrameGuidance;
  readonly step: FaceStep;
  /** What is known so far (`not-finished`); final once `step` is `done`, and kept after disposal. */
  result(): FaceResult;
}

export interface FaceSessionOptions {
  readonly engine: FaceEngine;
  /** Template of the chip's photo; overwritten on dispose. */
  readonly chip: Embedding;
  readonly remarks: readonly Reason[];
  readonly policy: FacePolicy;
  readonly camera: CameraIdentity | null;
  readonly clock: () => number;
  readonly random: () => number;
}

/** How many straight frames come before the turns, and how long a face may be out of sight between. */
const straightFrames = 2;
const outOfSightMs = 1_000;
/** How often a session may begin anew because the face was lost or became another one. */
const maximumRestarts = 4;
const maximumWrongTurns = 1;
/** Yaw within which a person looks at the camera again, and from which a turning frame is worth embedding. */
const backYaw = 0.12;
const turningYaw = 0.06;
/** How long after the first look back more frames are waited for. */
const backMs = 3_000;

/** The steps of one verification, driven by the frames that come in. */
export function createFaceSession(options: FaceSessionOptions): FaceVerification {
  const { engine, chip, policy, clock, random } = options;
  const evidence = createFaceEvidence();
  const meter = createQualityMeter();
  const eyes = createEyeWatch();
  const collector = createFrameCollector(engine, evidence, policy, () => !disposed);
  let plan = planSteps(policy.turn.count, random);
  let index = 0;
  let share = 0;
  let turn: TurnChallenge | null = null;
  let turnsMet = 0;
  let wrongTurns = 0;
  let restarts = 0;
  let frontal: { readonly landmarks: Landmarks; readonly yaw: number; readonly norm: number } | null = null;
  let lastSeen: { readonly box: FaceBox; readonly at: number } | null = null;
  let firstBackAt: number | null = null;
  let startedAt: number | null = null;
  let busy = false;
  let disposed = false;
  let final: FaceResult | null = null;
  let guidance: FrameGuidance = { step: 'look-straight', advice: null, progress: 0, box: null, yaw: null };

  const step = (): FaceStep => (final === null ? (plan[index] ?? 'done') : 'done');

  return {
    get step() {
      return step();
    },
    async offerFrame(jpeg) {
      if (busy || disposed || final !== null) return guidance;
      busy = true;
      try {
        guidance = await take(jpeg);
      } finally {
        busy = false;
        if (disposed) wipe();
      }
      return guidance;
    },
    askWithoutTurning() {
      if (disposed || final !== null) return guidance;
      plan = ['look-straight', 'lean-in', 'look-back', 'done'];
      forgetPerson();
      enter(0, 0);
      guidance = { ...guidance, step: step(), advice: null, progress: 0 };
      return guidance;
    },
    result: () => final ?? decide(reason('not-finished')),
    [Symbol.dispose]() {
      if (disposed) return;
      final ??= decide(reason('not-finished'));
      disposed = true;
      wipe();
    },
  };

  async function take(jpeg: Uint8Array): Promise<FrameGuidance> {
    const at = clock();
    startedAt ??= at;
    if (at - startedAt > policy.timeLimitMs) {
      finish(reason('time-limit'));
      return guide(null, null, null, null);
    }
    const decoded = decodeFrame(jpeg);
    // One damaged frame is no news of the person; the next one will do.
    if (decoded.status === 'failed') return guidance;
    const image = decoded.value;
    try {
      return await look(image, at);
    } finally {
      image.data.fill(0);
    }
  }

  async function look(image: RgbImage, at: number): Promise<FrameGuidance> {
    const faces = await engine.findFaces(image);
    const framing = adviseFraming(faces, image);
    const [box] = faces;
    if (index > 0 && lastSeen !== null && at - lastSeen.at > outOfSightMs) restart('out of sight');
    if (box === undefined || framing === 'several-faces') {
      // The time of a turn runs on while no single face is seen.
      offerTurn({ yaw: 0, evidence: null, samePerson: null, at });
      return guide(framing, image, box ?? null, null);
    }
    if (index > 0 && lastSeen !== null && isElsewhere(box, lastSeen.box)) restart('the face jumped');
    lastSeen = { box, at };
    const sight = await lookAtFace(engine, meter, image, box, at);
    eyes.note(sight.eyesClosed, at);
    // A turned head brings the eyes nearer to one another: the distance is judged while it is straight.
    const distance = index === 0 ? adviseDistance(sight.pose.eyeDistance, image) : null;
    const hindrance = framing ?? distance ?? adviseQuality(sight.quality);
    const advice = disposed ? null : await advance(sight, hindrance);
    if (frontal?.landmarks !== sight.landmarks) sight.landmarks.points.fill(0);
    return guide(advice, image, box, sight.pose.yaw);
  }

  async function advance(sight: FaceSight, hindrance: FaceAdvice | null): Promise<FaceAdvice | null> {
    const asked = step();
    if (asked === 'turn-left' || asked === 'turn-right') return followTurn(sight, hindrance);
    const advice = hindrance ?? adviseStraight(sight.pose, sight.quality, sight.eyesClosed);
    if (advice !== null || asked === 'done') return advice;
    return asked === 'look-straight' ? collectStraight(sight) : collectBack(sight);
  }

  async function collectStraight(sight: FaceSight): Promise<FaceAdvice | null> {
    const taken = await collect(sight, 'straight');
    if (taken.state !== 'taken') return adviceOn(taken);
    if (frontal === null || taken.norm > frontal.norm) {
      frontal?.landmarks.points.fill(0);
      frontal = { landmarks: sight.landmarks, yaw: sight.pose.yaw, norm: taken.norm };
    }
    const wanted = policy.turn.count === 0 ? policy.wantedFrames : straightFrames;
    share = Math.min(0.9, evidence.count / wanted);
    if (evidence.count >= wanted) next(sight.at);
    return null;
  }

  async function followTurn(sight: FaceSight, hindrance: FaceAdvice | null): Promise<FaceAdvice | null> {
    if (frontal === null) throw new Error('a turn was asked before a straight face was seen');
    const straight = frontal;
    const yaw = sight.pose.yaw - straight.yaw;
    let samePerson: boolean | null = null;
    if (hindrance === null && Math.abs(yaw) > turningYaw) {
      const taken = await collect(sight, `turn-${turnsMet + 1}`);
      if (index === 0 || final !== null || disposed) return null;
      if (taken.state !== 'waiting') samePerson = taken.state === 'taken';
    }
    const solidity = weighTurn(straight.landmarks, sight.landmarks);
    const advice = offerTurn({ yaw, evidence: solidity, samePerson, at: sight.at });
    return hindrance ?? advice;
  }

  function offerTurn(frame: TurnFrame): FaceAdvice | null {
    const state = turn?.offer(frame);
    switch (state?.state) {
      case undefined:
        return null;
      case 'open':
        share = 0.9 * state.progress;
        return state.advice;
      case 'met':
        turnsMet++;
        next(frame.at);
        return null;
      case 'wrong-side':
        wrongTurns++;
        if (wrongTurns > maximumWrongTurns) finish(reason('wrong-turn'));
        else {
          plan = replanAfterWrongTurn(plan, index, random);
          enter(index, frame.at);
        }
        return 'other-way';
      case 'not-met':
        finish(reason(state.code));
        return null;
    }
  }

  async function collectBack(sight: FaceSight): Promise<FaceAdvice | null> {
    if (frontal === null) throw new Error('looking back comes after a straight face');
    if (Math.abs(sight.pose.yaw - frontal.yaw) > backYaw) return 'face-the-camera';
    const taken = await collect(sight, 'back');
    if (taken.state !== 'taken' || disposed) return adviceOn(taken);
    firstBackAt ??= sight.at;
    const last = plan[index + 1] === 'done';
    const enough = evidence.count >= policy.wantedFrames;
    const waited = sight.at - firstBackAt > backMs && evidence.count >= policy.minimumFrames;
    if (!last || enough || waited) next(sight.at);
    return null;
  }

  async function collect(sight: FaceSight, moment: EvidenceMoment): Promise<Collected> {
    const taken = await collector.collect(sight, moment);
    // A clear picture of somebody else: whoever stands there now begins anew, with nothing of the first one.
    if (taken.state === 'other-person' && taken.clearly) restart('another face');
    return taken;
  }

  function next(at: number): void {
    enter(index + 1, at);
    if (step() === 'done') finish(null);
  }

  function enter(to: number, at: number): void {
    index = to;
    share = 0;
    firstBackAt = null;
    const asked = plan[index];
    turn = null;
    if (asked === 'turn-left') turn = createTurnChallenge('left', policy.turn, at);
    if (asked === 'turn-right') turn = createTurnChallenge('right', policy.turn, at);
  }

  function restart(why: string): void {
    restarts++;
    if (restarts > maximumRestarts) {
      finish(reason('face-changed', why));
      return;
    }
    forgetPerson();
    // New turns, or a recording could try the same ones again.
    plan = planSteps(policy.turn.count, random);
    enter(0, 0);
  }

  function finish(ended: Reason | null): void {
    final = decide(ended);
    forgetPerson();
  }

  function decide(ended: Reason | null): FaceResult {
    const met = turnsMet >= policy.turn.count;
    return decideFace({
      policy,
      manifest: engine.manifest,
      comparison: evidence.count === 0 ? null : evidence.compare(chip.vector, policy.wantedFrames),
      passive: evidence.passive(),
      leanIn: plan.includes('lean-in') ? 'not-met' : 'not-asked',
      stream: 'unknown',
      headTurn: policy.turn.count === 0 ? 'not-asked' : met ? 'met' : 'not-met',
      eyes: eyes.seen,
      ended,
      remarks: options.remarks,
    });
  }

  function forgetPerson(): void {
    evidence.wipe();
    frontal?.landmarks.points.fill(0);
    frontal = null;
    turn = null;
    turnsMet = 0;
    lastSeen = null;
  }

  function wipe(): void {
    forgetPerson();
    chip.vector.fill(0);
    meter.wipe();
    // Only overwrites buffers, after the calls before it: nobody needs to wait for it.
    void engine.forget();
  }

  function guide(
    advice: FaceAdvice | null,
    image: RgbImage | null,
    box: FaceBox | null,
    yaw: number | null,
  ): FrameGuidance {
    const now = step();
    const done = now === 'done';
    return {
      step: now,
      advice: done ? null : advice,
      progress: done ? 1 : (index + share) / (plan.length - 1),
      box: image === null || box === null ? null : shareOf(box, image),
      yaw,
    };
  }
}

function adviceOn(taken: Collected): FaceAdvice | null {
  if (taken.state === 'unclear') return 'uncover-face';
  return taken.state === 'other-person' ? 'hold-still' : null;
}

function shareOf(box: FaceBox, { width, height }: RgbImage): NonNullable<FrameGuidance['box']> {
  return { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height };
}
