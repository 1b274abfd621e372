import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net';
import { type FaceEngine, openFaceEngine } from '../engine/face-engine.ts';
import type { FaceVerification } from '../verification/face-session.ts';
import { startFaceVerification } from '../verification/face-verification.ts';
import { isWorkerOrder } from './is-worker-order.ts';
import { createMessageReader, encodeMessageHead } from './message-frames.ts';
import { orderLimits } from './message-limits.ts';
import { warmUp } from './warm-up.ts';
import type { WorkerAnswer, WorkerOrder } from './worker-messages.ts';

/** The descriptor that `face-worker-process.ts` lays a socket on. */
const descriptor = 3;

type OrderOf<T extends WorkerOrder['type']> = WorkerOrder & { readonly type: T };

/**
 * The worker's side: opens the engine, then serves one verification, and ends when the terminal does (however
 * that ends: the socket closes with it) or breaks the protocol. Orders are worked off one after the other.
 */
export function serveFaceWorker(): void {
  // A Ctrl-C goes to every process at the keyboard; when to end is the terminal's to say.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const { serve, idle } = createServing();
  let last: Promise<void> = Promise.resolve();
  const reader = createMessageReader(orderLimits, ({ body, payload }) => {
    if (!isWorkerOrder(body)) throw new Error('an order that is not in the protocol');
    last = last.then(async () => {
      try {
        socket.write(encodeMessageHead(await serve(body, payload), 0));
      } finally {
        payload.fill(0);
      }
      await idle();
    });
    last.catch(end);
  });
  const options: SocketConstructorOpts & ConnectOpts = {
    fd: descriptor,
    onread: {
      // One buffer for everything that comes, overwritten as soon as it was taken.
      buffer: new Uint8Array(65_536),
      callback(count, buffer) {
        try {
          reader.take(buffer.subarray(0, count));
        } catch (error) {
          end(error);
        }
        return true;
      },
    },
  };
  const socket = new Socket(options);
  socket.on('end', () => process.exit(0));
  socket.on('close', () => process.exit(0));
  socket.on('error', () => process.exit(0));
}

/** Whatever was not foreseen ends the process: the terminal answers for it, and nothing half-done goes on. */
function end(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
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
