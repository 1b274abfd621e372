import { servePictures } from '@honnin/picture-process';
import { type FaceEngine, openFaceEngine } from '../engine/face-engine.ts';
import type { FaceVerification } from '../verification/face-session.ts';
import { startFaceVerification } from '../verification/face-verification.ts';
import { isWorkerOrder } from './is-worker-order.ts';
import { orderLimits } from './message-limits.ts';
import { warmUp } from './warm-up.ts';
import type { WorkerAnswer, WorkerOrder } from './worker-messages.ts';

type OrderOf<T extends WorkerOrder['type']> = WorkerOrder & { readonly type: T };

/** The worker's side: opens the engine, then serves one verification. */
export function serveFaceWorker(): void {
  servePictures({ orderLimits, isOrder: isWorkerOrder, ...createServing() });
}

interface Serving {
  serve(order: WorkerOrder, payload: Uint8Array): Promise<WorkerAnswer>;
  /** What is better done after an answer than before it. */
  idle(): Promise<void>;
}

function createServing(): Serving {
  const draws: number[] = [];
  let drawn = 0;
  let at = 0;
  let engine: FaceEngine | null = null;
  let warm = false;
  let verification: FaceVerification | null = null;
  const random = () => {
    const next = draws.shift();
    if (next === undefined) throw new Error('more random numbers were wanted than the terminal drew');
    drawn++;
    return next;
  };
  const answered = <T>(answer: T) => {
    const used = drawn;
    drawn = 0;
    return { ...answer, drawn: used };
  };

  async function open(order: OrderOf<'open'>): Promise<WorkerAnswer> {
    const opened = await openFaceEngine(order);
    if (opened.status === 'failed') return { type: 'failed', reason: opened.reason };
    engine = opened.value;
    return { type: 'opened' };
  }

  async function start(order: OrderOf<'start'>, chipPhoto: Uint8Array): Promise<WorkerAnswer> {
    if (engine === null || verification !== null) throw new Error('a start out of order');
    draws.push(...order.draws);
    const { policy, camera } = order;
    const started = await startFaceVerification({
      engine,
      chipPhoto,
      policy,
      ...(camera === null ? {} : { camera }),
      clock: () => at,
      random,
    });
    if (started.status === 'failed') return { type: 'failed', reason: started.reason };
    verification = started.value;
    return answered({ type: 'started' as const, result: verification.result() });
  }

  async function serve(order: WorkerOrder, payload: Uint8Array): Promise<WorkerAnswer> {
    if (order.type === 'open') return open(order);
    if (order.type === 'start') return start(order, payload);
    if (verification === null) throw new Error('a frame before the start');
    at = order.at;
    let guidance: Awaited<ReturnType<FaceVerification['offerFrame']>>;
    if (order.type === 'frame') {
      draws.push(...order.draws);
      guidance = await verification.offerFrame(payload, order.captured ?? undefined);
    } else {
      guidance = verification.askWithoutTurning();
    }
    return answered({ type: 'seen' as const, guidance, result: verification.result() });
  }

  return {
    serve,
    async idle() {
      if (warm || engine === null) return;
      warm = true;
      await warmUp(engine);
    },
  };
}
