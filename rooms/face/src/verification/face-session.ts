import { type Reason, reason } from '@honnin/outcome';
import { decodeFrame } from '../decoding/decode-frame.ts';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Embedding } from '../engine/embedding.ts';
import type { FaceBox } from '../engine/face-box.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { isVirtualCameraName } from '../liveness/camera-names.ts';
import { createEyeWatch } from '../liveness/eye-watch.ts';
import { createStreamWatch } from '../liveness/stream-watch.ts';
import { adviseDistance, adviseFraming } from '../quality/advise-framing.ts';
import { adviseQuality, adviseStraight } from '../quality/advise-quality.ts';
import { createQualityMeter } from '../quality/face-quality.ts';
import type { CameraIdentity } from './camera-identity.ts';
import { createChallengeRun } from './challenge-run.ts';
import type { CollectFrame } from './collect-frame.ts';
import { createFaceEvidence } from './face-evidence.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceResult } from './face-result.ts';
import { isElsewhere, lookAtFace } from './face-sight.ts';
import { decideFace } from './face-verdict.ts';
import { createFrameCollector } from './frame-collector.ts';
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
   * Once `step` is `done` it changes nothing.
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
  readonly photoTelling: boolean;
  readonly remarks: readonly Reason[];
  readonly policy: FacePolicy;
  readonly camera: CameraIdentity | null;
  readonly clock: () => number;
  readonly random: () => number;
}

/** How long a face may be out of sight between the steps. */
const outOfSightMs = 1_000;

/** The steps of one verification, driven by the frames that come in. */
export function createFaceSession(options: FaceSessionOptions): FaceVerification {
  const { engine, chip, policy, clock, random } = options;
  const evidence = createFaceEvidence();
  const meter = createQualityMeter();
  const eyes = createEyeWatch();
  const stream = createStreamWatch();
  const collector = createFrameCollector(engine, evidence, policy, () => !disposed);
  const run = createChallengeRun(evidence, policy, random, (sight) =>
    adviseStraight(sight.pose, sight.quality, sight.eyesClosed),
  );
  let lastSeen: { readonly box: FaceBox; readonly at: number } | null = null;
  let startedAt: number | null = null;
  /** Grows whenever the person before the camera counts as another one. */
  let person = 0;
  let busy = false;
  let disposed = false;
  let final: FaceResult | null = null;
  let guidance: FrameGuidance = { step: 'look-straight', advice: null, progress: 0, box: null, yaw: null };

  const step = (): FaceStep => (final === null ? run.step : 'done');

  return {
    get step() {
      return step();
    },
    async offerFrame(jpeg, captured) {
      if (busy || disposed || final !== null) return guidance;
      busy = true;
      try {
        guidance = await take(jpeg, captured);
      } finally {
        busy = false;
        if (disposed) wipe();
      }
      return guidance;
    },
    askWithoutTurning() {
      if (disposed || final !== null) return guidance;
      forgetPerson();
      run.chooseLean();
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

  async function take(jpeg: Uint8Array, captured: number | undefined): Promise<FrameGuidance> {
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
      return await look(image, at, captured);
    } finally {
      image.data.fill(0);
    }
  }

  async function look(image: RgbImage, at: number, captured: number | undefined): Promise<FrameGuidance> {
    const faces = await engine.findFaces(image);
    const framing = adviseFraming(faces, image);
    const [box] = faces;
    if (run.begun && lastSeen !== null && at - lastSeen.at > outOfSightMs) restart('out of sight');
    if (box === undefined || framing === 'several-faces') {
      run.absent(at);
      finishIfEnded();
      return guide(framing, image, box ?? null, null);
    }
    if (run.begun && lastSeen !== null && isElsewhere(box, lastSeen.box)) restart('the face jumped');
    lastSeen = { box, at };
    stream.note(image, box, at, captured);
    const sight = await lookAtFace(engine, meter, image, box, at);
    eyes.note(sight.eyesClosed, at);
    // A turned head brings the eyes nearer to one another: the distance is judged while it is straight.
    const distance = run.begun ? null : adviseDistance(sight.pose.eyeDistance, image);
    const hindrance = framing ?? distance ?? adviseQuality(sight.quality);
    const advice = disposed || final !== null ? null : await run.advance(sight, hindrance, collect);
    finishIfEnded();
    if (!run.keeps(sight.landmarks)) sight.landmarks.points.fill(0);
    return guide(advice, image, box, sight.pose.yaw);
  }

  async function collect(...[sight, moment]: Parameters<CollectFrame>): ReturnType<CollectFrame> {
    const before = person;
    const taken = await collector.collect(sight, moment);
    // A clear picture of somebody else: whoever stands there now begins anew, with nothing of the first one.
    if (before === person && taken.state === 'other-person' && taken.clearly) restart('another face');
    return before !== person || final !== null || disposed ? null : taken;
  }

  function restart(why: string): void {
    forgetPerson();
    run.restart(why);
    finishIfEnded();
  }

  function finishIfEnded(): void {
    if (run.ended !== null && final === null) finish(run.ended === 'complete' ? null : run.ended);
  }

  function finish(ended: Reason | null): void {
    final = decide(ended);
    forgetPerson();
  }

  function decide(ended: Reason | null): FaceResult {
    const virtual = options.camera !== null && isVirtualCameraName(options.camera.label);
    const refused = virtual && policy.virtualCameras === 'refuse';
    return decideFace({
      policy,
      manifest: engine.manifest,
      comparison: evidence.count === 0 ? null : evidence.compare(chip.vector, policy.wantedFrames),
      weakestMoment: evidence.weakestMoment(chip.vector),
      passive: evidence.passive(),
      screenPattern: evidence.screenPattern(),
      paperSeam: evidence.paperSeam(),
      framedShare: evidence.framedShare(),
      leanIn: run.lean,
      stream: stream.seen,
      suspicions: [...(refused ? [reason('camera-virtual', options.camera.label)] : []), ...stream.reasons],
      headTurn: run.turns,
      eyes: eyes.seen,
      ended,
      photoTelling: options.photoTelling,
      remarks: options.remarks,
    });
  }

  function forgetPerson(): void {
    person++;
    evidence.wipe();
    run.wipe();
    lastSeen = null;
  }

  function wipe(): void {
    forgetPerson();
    stream.wipe();
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
      progress: done ? 1 : run.progress,
      box: image === null || box === null ? null : shareOf(box, image),
      yaw,
    };
  }
}

function shareOf(box: FaceBox, { width, height }: RgbImage): NonNullable<FrameGuidance['box']> {
  return { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height };
}
