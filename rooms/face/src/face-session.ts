import { type Reason, reason } from '@honnin/outcome';
import { adviseFraming } from './advise-framing.ts';
import { adviseQuality, adviseStraight } from './advise-quality.ts';
import { decodeFrame } from './decode-frame.ts';
import type { Embedding } from './embedding.ts';
import type { FaceBox } from './face-box.ts';
import type { FaceEngine } from './face-engine.ts';
import { createFaceEvidence, type EvidenceMoment } from './face-evidence.ts';
import type { FacePolicy } from './face-policy.ts';
import { createQualityMeter, type FaceQuality } from './face-quality.ts';
import type { FaceResult, LivenessResult } from './face-result.ts';
import { decideFace } from './face-verdict.ts';
import type { FaceVerification } from './face-verification.ts';
import type { FaceAdvice, FaceStep, FrameGuidance } from './frame-guidance.ts';
import { type HeadPose, readHeadPose } from './head-pose.ts';
import type { Landmarks } from './landmarks.ts';
import { planSteps } from './plan-steps.ts';
import type { RgbImage } from './rgb-image.ts';
import { createTurnChallenge, type TurnChallenge } from './turn-challenge.ts';
import { weighTurn } from './turn-evidence.ts';

export interface FaceSessionOptions {
  readonly engine: FaceEngine;
  /** Template of the chip's photo; overwritten on dispose. */
  readonly chip: Embedding;
  readonly remarks: readonly Reason[];
  readonly policy: FacePolicy;
  readonly clock: () => number;
  readonly random: () => number;
}

/** What one frame shows of the face. */
interface Sight {
  readonly image: RgbImage;
  readonly box: FaceBox;
  readonly landmarks: Landmarks;
  readonly pose: HeadPose;
  readonly quality: FaceQuality;
  readonly at: number;
}

/** How many straight frames come before the turns, and how long a face may be out of sight between. */
const straightFrames = 2;
const outOfSightMs = 1_000;
/** Within a session the same person may start again this often before it ends. */
const maximumRestarts = 4;
/** Yaw up to which a turning frame is averaged, and up to which it is recognised at all. */
const averagedYaw = 0.32;
const backYaw = 0.12;

export function createFaceSession(options: FaceSessionOptions): FaceVerification {
  const { engine, chip, policy, clock, random } = options;
  const evidence = createFaceEvidence();
  const meter = createQualityMeter();
  let plan = planSteps(policy.turn.count, random);
  let index = 0;
  let turn: TurnChallenge | null = null;
  let turnsMet = 0;
  let frontal: { readonly landmarks: Landmarks; readonly yaw: number; readonly norm: number } | null = null;
  let lastSight: { readonly box: FaceBox; readonly at: number } | null = null;
  let lastEvidenceAt = Number.NEGATIVE_INFINITY;
  let lastBackAt: number | null = null;
  let startedAt: number | null = null;
  let restarts = 0;
  let eyes: LivenessResult['eyes'] = 'not-seen';
  let eyesClosedAt: number | null = null;
  let share = 0;
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
    result: () => final ?? decide(reason('not-finished')),
    [Symbol.dispose]() {
      if (disposed) return;
      final ??= decide(reason('not-finished'));
      disposed = true;
      wipe();
    },
  };

  function wipe(): void {
    forgetPerson();
    chip.vector.fill(0);
    meter.wipe();
    // Only overwrites buffers, and only after the calls before it: nothing to wait for.
    void engine.forget();
  }

  function forgetPerson(): void {
    evidence.wipe();
    frontal?.landmarks.points.fill(0);
    frontal = null;
    turn = null;
    turnsMet = 0;
    lastBackAt = null;
    lastSight = null;
  }

  function decide(ended: Reason | null): FaceResult {
    const headTurn =
      policy.turn.count === 0 ? 'not-asked' : turnsMet >= policy.turn.count ? 'met' : 'not-met';
    return decideFace({
      policy,
      manifest: engine.manifest,
      comparison: evidence.count === 0 ? null : evidence.compare(chip.vector, policy.wantedFrames),
      passive: evidence.passive(),
      headTurn,
      eyes,
      ended,
      remarks: options.remarks,
    });
  }

  function finish(ended: Reason | null): void {
    final = decide(ended);
    forgetPerson();
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
    index = 0;
    share = 0;
  }

  async function take(jpeg: Uint8Array): Promise<FrameGuidance> {
    const at = clock();
    startedAt ??= at;
    if (at - startedAt > policy.timeLimitMs) {
      finish(reason('time-limit'));
      return guide(null, null, null);
    }
    const decoded = decodeFrame(jpeg);
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
    if (index > 0 && lastSight !== null && at - lastSight.at > outOfSightMs) restart('out of sight');
    if (box === undefined || framing === 'several-faces') {
      await turnOffer(at);
      return guide(framing, image, box ?? null);
    }
    if (index > 0 && lastSight !== null && isElsewhere(box, lastSight.box)) restart('the face jumped');
    lastSight = { box, at };
    const landmarks = await engine.findLandmarks(image, box);
    const pose = readHeadPose(landmarks);
    const quality = meter.measure(image, landmarks);
    noteEyes(quality, at);
    // A turned head gives a wider box: size is judged straight, wholeness always.
    const hindered = index === 0 || framing === 'move-to-centre' ? framing : null;
    const advice = hindered ?? adviseQuality(quality);
    const sight = { image, box, landmarks, pose, quality, at };
    const next = disposed ? null : await advance(sight, advice);
    if (frontal?.landmarks !== landmarks) landmarks.points.fill(0);
    return guide(next, image, box, pose.yaw);
  }

  async function advance(sight: Sight, hindrance: FaceAdvice | null): Promise<FaceAdvice | null> {
    switch (step()) {
      case 'look-straight':
        return hindrance ?? adviseStraight(sight.pose, sight.quality) ?? (await collectStraight(sight));
      case 'turn-left':
      case 'turn-right':
        return await followTurn(sight, hindrance);
      case 'look-back':
        return hindrance ?? (await collectBack(sight));
      case 'done':
        return null;
    }
  }

  async function collectStraight(sight: Sight): Promise<FaceAdvice | null> {
    const taken = await collect(sight, 'straight');
    if (taken.state === 'refused') return taken.advice;
    if (taken.state === 'waiting') return null;
    if (frontal === null || taken.norm > frontal.norm) {
      frontal?.landmarks.points.fill(0);
      frontal = { landmarks: sight.landmarks, yaw: sight.pose.yaw, norm: taken.norm };
    }
    const wanted = policy.turn.count === 0 ? policy.wantedFrames : straightFrames;
    share = Math.min(0.9, evidence.count / wanted);
    if (evidence.count >= wanted) next(sight.at);
    return null;
  }

  async function followTurn(sight: Sight, hindrance: FaceAdvice | null): Promise<FaceAdvice | null> {
    if (frontal === null || turn === null)
      throw new Error('a turn was asked before a straight face was seen');
    const yaw = sight.pose.yaw - frontal.yaw;
    let samePerson: boolean | null = null;
    if (hindrance === null && Math.abs(yaw) > 0.06) {
      const averaged = Math.abs(yaw) <= averagedYaw;
      const taken = await collect(sight, `turn-${turnsMet + 1}`, averaged);
      if (index === 0 || final !== null) return null;
      if (taken.state !== 'waiting') samePerson = taken.state === 'taken';
    }
    const evidenceOfTurn = weighTurn(frontal.landmarks, sight.landmarks);
    const state = turn.offer({ yaw, evidence: evidenceOfTurn, samePerson, at: sight.at });
    switch (state.state) {
      case 'met':
        turnsMet++;
        next(sight.at);
        return null;
      case 'not-met':
        finish(reason(state.code));
        return null;
      case 'open':
        share = 0.9 * state.progress;
        return hindrance ?? state.advice;
    }
  }

  /** Lets the time of a turn run on while no face is seen. */
  async function turnOffer(at: number): Promise<void> {
    const state = turn?.offer({ yaw: 0, evidence: null, samePerson: null, at });
    if (state?.state === 'not-met') finish(reason(state.code));
  }

  async function collectBack(sight: Sight): Promise<FaceAdvice | null> {
    if (frontal === null) throw new Error('looking back comes after a straight face');
    if (Math.abs(sight.pose.yaw - frontal.yaw) > backYaw) return 'face-the-camera';
    const taken = await collect(sight, 'back');
    if (taken.state === 'refused') return taken.advice;
    if (taken.state === 'waiting' || index === 0) return null;
    lastBackAt ??= sight.at;
    const last = plan[index + 1] === 'done';
    const enough = evidence.count >= policy.wantedFrames;
    const waited = sight.at - lastBackAt > 3_000 && evidence.count >= policy.minimumFrames;
    if (!last || enough || waited) next(sight.at);
    return null;
  }

  /** Embeds the face when enough time has passed, and keeps it when it is good and the same person. */
  async function collect(
    sight: Sight,
    moment: EvidenceMoment,
    averaged = true,
  ): Promise<
    | { readonly state: 'waiting' }
    | { readonly state: 'refused'; readonly advice: FaceAdvice }
    | { readonly state: 'taken'; readonly norm: number }
  > {
    if (sight.at - lastEvidenceAt < policy.frameSpacingMs) return { state: 'waiting' };
    const embedding = await engine.embed(sight.image, sight.landmarks);
    const straight = moment === 'straight' || moment === 'back';
    const passive = straight ? await engine.passiveLiveness(sight.image, sight.box) : null;
    if (disposed) {
      embedding.vector.fill(0);
      return { state: 'waiting' };
    }
    lastEvidenceAt = sight.at;
    const resemblance = evidence.resemblance(embedding.vector);
    if (straight && embedding.norm < policy.minimumNorm) {
      embedding.vector.fill(0);
      return { state: 'refused', advice: 'uncover-face' };
    }
    if (resemblance !== null && resemblance < policy.continuity) {
      embedding.vector.fill(0);
      // A clear picture of somebody else: whoever stands there now starts anew.
      if (embedding.norm >= policy.minimumNorm && (straight || averaged)) restart('another face');
      return { state: 'refused', advice: 'hold-still' };
    }
    if (averaged && embedding.norm >= policy.minimumNorm) evidence.add(moment, embedding, passive);
    else embedding.vector.fill(0);
    return { state: 'taken', norm: embedding.norm };
  }

  function next(at: number): void {
    index++;
    share = 0;
    const now = plan[index];
    turn =
      now === 'turn-left' || now === 'turn-right'
        ? createTurnChallenge(now === 'turn-left' ? 'left' : 'right', policy.turn, at)
        : null;
    if (now === 'done') finish(null);
  }

  function noteEyes(quality: FaceQuality, at: number): void {
    if (quality.eyeAspect < 0.13) eyesClosedAt ??= at;
    else {
      if (eyesClosedAt !== null && eyes === 'open' && at - eyesClosedAt < 800) eyes = 'blinked';
      else if (eyes === 'not-seen') eyes = 'open';
      eyesClosedAt = null;
    }
  }

  function guide(
    advice: FaceAdvice | null,
    image: RgbImage | null,
    box: FaceBox | null,
    yaw: number | null = null,
  ): FrameGuidance {
    const now = step();
    return {
      step: now,
      advice: now === 'done' ? null : advice,
      progress: now === 'done' ? 1 : (index + share) / (plan.length - 1),
      box:
        image === null || box === null
          ? null
          : {
              x: box.x / image.width,
              y: box.y / image.height,
              width: box.width / image.width,
              height: box.height / image.height,
            },
      yaw,
    };
  }
}

/** Between two frames a head moves by less than its own size. */
function isElsewhere(box: FaceBox, before: FaceBox): boolean {
  const dx = box.x + box.width / 2 - before.x - before.width / 2;
  const dy = box.y + box.height / 2 - before.y - before.height / 2;
  const ratio = box.height / before.height;
  return Math.hypot(dx, dy) > Math.max(box.height, before.height) || ratio > 2 || ratio < 0.5;
}
