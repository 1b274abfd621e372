import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import type { FaceResult } from '../verification/face-result.ts';
import type { FaceVerification } from '../verification/face-session.ts';
import type { FaceVerificationOptions } from '../verification/face-verification.ts';
import type { FrameGuidance } from '../verification/frame-guidance.ts';
import type { FaceWorkerProcess } from './face-worker-process.ts';
import type { WorkerAnswer } from './worker-messages.ts';

export interface ProxyOptions extends Omit<FaceVerificationOptions, 'engine'> {
  readonly process: FaceWorkerProcess;
  readonly limits: { readonly startMs: number; readonly frameMs: number };
  /** Told once, when the process is of no more use; `stopped` when it ended by itself. */
  readonly over: (how: 'disposed' | 'stopped') => void;
}

/** How many random numbers the worker holds ready: far more than one frame can use up. */
const drawsHeld = 32;
const nothing = new Uint8Array(0);

/**
 * A verification whose work is done in a worker process. The chip's photo is overwritten here as soon as the
 * worker has it, and pixels and templates never exist in this process. When the worker stops, the verification
 * is done: undetermined, with `face-worker-stopped`.
 */
export async function startProxiedVerification(options: ProxyOptions): Promise<Attempt<FaceVerification>> {
  const { process, chipPhoto, policy, camera = null, clock, random, limits } = options;
  let missing = drawsHeld;
  const draw = () => {
    const draws = Array.from({ length: missing }, () => random());
    missing = 0;
    return draws;
  };
  const started = await process.ask(
    { type: 'start', policy, camera, draws: draw() },
    chipPhoto,
    limits.startMs,
  );
  chipPhoto.fill(0);
  const answer = started.status === 'failed' ? started : startedOrWhyNot(started.value);
  if (answer.status === 'failed') {
    options.over(process.alive ? 'disposed' : 'stopped');
    process.end();
    return answer;
  }
  missing = answer.value.drawn;

  let result: FaceResult = answer.value.result;
  let guidance: FrameGuidance = { step: 'look-straight', advice: null, progress: 0, box: null, yaw: null };
  let busy = false;
  let over = false;

  const stop = (why: Reason) => {
    if (over) return;
    over = true;
    if (guidance.step !== 'done') {
      result = { ...result, status: 'undetermined', similarity: null, frames: 0, reasons: [why] };
      guidance = { step: 'done', advice: null, progress: 1, box: null, yaw: null };
    }
    process.end();
    options.over('stopped');
  };
  const note = (said: Attempt<WorkerAnswer>): void => {
    if (over) return;
    if (said.status === 'failed') stop(said.reason);
    else if (said.value.type !== 'seen') stop(reason('face-worker-stopped', 'an answer out of order'));
    else {
      ({ guidance, result } = said.value);
      missing += said.value.drawn;
    }
  };

  return done({
    get step() {
      return guidance.step;
    },
    async offerFrame(jpeg, captured) {
      if (busy || over || guidance.step === 'done') return guidance;
      busy = true;
      try {
        const order = { type: 'frame' as const, at: clock(), captured: captured ?? null, draws: draw() };
        note(await process.ask(order, jpeg, limits.frameMs));
      } finally {
        busy = false;
      }
      return guidance;
    },
    askWithoutTurning() {
      if (over || guidance.step === 'done') return guidance;
      guidance = { ...guidance, step: 'look-straight', advice: null, progress: 0 };
      void process.ask({ type: 'ask-without-turning', at: clock() }, nothing, limits.frameMs).then(note);
      return guidance;
    },
    result: () => result,
    [Symbol.dispose]() {
      if (over) return;
      over = true;
      process.end();
      options.over('disposed');
    },
  });
}

function startedOrWhyNot(answer: WorkerAnswer): Attempt<WorkerAnswer & { readonly type: 'started' }> {
  if (answer.type === 'started') return done(answer);
  if (answer.type === 'failed') return failed(answer.reason);
  return failed(reason('face-worker-stopped', 'an answer out of order'));
}
