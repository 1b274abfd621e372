import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { FaceEngineOptions } from '../engine/face-engine.ts';
import type { ModelManifest } from '../manifest/model-manifest.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import type { FaceVerification } from '../verification/face-session.ts';
import type { FaceVerificationOptions } from '../verification/face-verification.ts';
import { type FaceWorkerProcess, launchFaceWorkerProcess } from './face-worker-process.ts';
import { startProxiedVerification } from './proxied-verification.ts';

/** Face verifications in processes of their own: one that crashes takes nobody with it, and none is used twice. */
export interface FaceWorker extends AsyncDisposable {
  readonly manifest: ModelManifest;
  /** Of the processes that run at this moment: one warm spare, or the one that is looking at somebody. */
  readonly processIds: readonly number[];
  /**
   * As `startFaceVerification`; the chip's photo is overwritten as soon as the worker has it. Disposing the
   * verification ends its process, and with it everything that it ever saw. Fails as well with
   * `face-worker-stopped`, or with what the models' folder is lacking by now.
   */
  startVerification(options: Omit<FaceVerificationOptions, 'engine'>): Promise<Attempt<FaceVerification>>;
}

export interface FaceWorkerOptions extends FaceEngineOptions {
  readonly limits?: Partial<FaceWorkerLimits>;
  /** Hears what happens to processes, for the log. */
  readonly heard?: (event: string, processId: number, detail: string) => void;
}

/** How long a process may take, in milliseconds, before it counts as hung and is ended. */
interface FaceWorkerLimits {
  /** From its start until the models are loaded. */
  readonly openMs: number;
  /** Decoding and embedding the chip's photo. */
  readonly startMs: number;
  readonly frameMs: number;
  /** The first pause before a process that stopped is replaced; it doubles each time. */
  readonly pauseMs: number;
}

const usualLimits: FaceWorkerLimits = { openMs: 30_000, startMs: 15_000, frameMs: 5_000, pauseMs: 250 };
/** After that many stops in a row a spare is started only when somebody wants one. */
const maximumStops = 8;

interface Spare {
  readonly process: FaceWorkerProcess;
  readonly opened: Promise<Attempt<FaceWorkerProcess>>;
}

/**
 * Starts the first worker and waits until its models are loaded. Fails as `openFaceEngine` does, or with
 * `face-worker-stopped`. One spare process stands ready; a verification takes it for itself, and the next is
 * started when that verification is over, while nobody waits.
 */
export async function openFaceWorker(options: FaceWorkerOptions): Promise<Attempt<FaceWorker>> {
  const { modelsDirectory, threads = 1, manifest = shippedManifest, heard = () => undefined } = options;
  const limits = { ...usualLimits, ...options.limits };
  const running = new Set<FaceWorkerProcess>();
  let spare: Spare | null = null;
  let stops = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function launch(): Spare {
    clearTimeout(timer);
    const process = launchFaceWorkerProcess();
    running.add(process);
    const made: Spare = { process, opened: open(process) };
    spare = made;
    void process.gone.then(() => {
      running.delete(process);
      if (spare !== made || closed) return;
      // It stopped while it stood ready, or before.
      spare = null;
      stops++;
      heard('stopped', process.processId, 'a spare face worker stopped');
      warm();
    });
    return made;
  }

  async function open(process: FaceWorkerProcess): Promise<Attempt<FaceWorkerProcess>> {
    const order = { type: 'open' as const, modelsDirectory, threads, manifest };
    const answer = await process.ask(order, new Uint8Array(0), limits.openMs);
    if (answer.status === 'done' && answer.value.type === 'opened') return done(process);
    process.end();
    if (answer.status === 'failed') return answer;
    const { value } = answer;
    return failed(value.type === 'failed' ? value.reason : reason('face-worker-stopped', 'out of order'));
  }

  /** Has a spare started, at once or after a pause that grows with every stop in a row. */
  function warm(): void {
    if (closed || spare !== null || stops > maximumStops) return;
    clearTimeout(timer);
    if (stops === 0) launch();
    else timer = setTimeout(() => spare ?? launch(), Math.min(30_000, limits.pauseMs * 2 ** (stops - 1)));
  }

  async function take(): Promise<Attempt<FaceWorkerProcess>> {
    let ready: Attempt<FaceWorkerProcess> = failed(reason('face-worker-stopped', 'closed'));
    // The spare may have stopped just now: then one is started for the person who waits.
    for (let tries = 0; tries < 2 && !closed; tries++) {
      const mine: Spare = spare ?? launch();
      spare = null;
      ready = await mine.opened;
      if (ready.status === 'failed' && ready.reason.code !== 'face-worker-stopped') return ready;
      if (ready.status === 'done' && mine.process.alive && !closed) return ready;
      stops++;
    }
    return ready.status === 'failed' ? ready : failed(reason('face-worker-stopped', 'it stopped at once'));
  }

  const first = await launch().opened;
  if (first.status === 'failed') {
    closed = true;
    clearTimeout(timer);
    await Promise.all([...running].map(({ gone }) => gone));
    return first;
  }

  return done({
    manifest,
    get processIds() {
      return [...running].map(({ processId }) => processId);
    },
    async startVerification(wanted) {
      const taken = await take();
      if (taken.status === 'failed') {
        wanted.chipPhoto.fill(0);
        return taken;
      }
      const process = taken.value;
      return startProxiedVerification({
        ...wanted,
        process,
        limits,
        over(how) {
          stops = how === 'stopped' ? stops + 1 : 0;
          if (how === 'stopped') heard('stopped', process.processId, 'a face worker stopped in mid-work');
          warm();
        },
      });
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      clearTimeout(timer);
      const last = [...running];
      for (const process of last) process.end();
      await Promise.all(last.map(({ gone }) => gone));
    },
  });
}
