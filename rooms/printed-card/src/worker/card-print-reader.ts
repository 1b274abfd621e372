import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { PrintSight } from '../reading/print-reading.ts';
import { launchPrintProcess, type PrintProcess } from './print-process.ts';
import type { StartOrder } from './worker-messages.ts';

/** Reads one printed card in a process of its own. Disposing ends the process, and with it all that it ever saw. */
export interface CardPrintReader extends Disposable {
  readonly processId: number;
  /** Fulfilled when the process is gone. */
  readonly gone: Promise<void>;
  /**
   * Looks at one JPEG frame, which is overwritten as soon as the process has it. Null while a frame before is
   * being looked at. Fails with `print-model-missing`, `print-model-unusable` or `print-reader-stopped`, after
   * which nothing more comes of this reader; a frame that cannot be decoded is no card.
   */
  offerFrame(jpeg: Uint8Array): Promise<Attempt<PrintSight> | null>;
}

export interface CardPrintReaderOptions {
  /** `YYYY-MM-DD` where the card is used; dates are judged by it. */
  readonly today: string;
  readonly limits?: Partial<PrintLimits>;
  /** Threads of a network; 1 by default. */
  readonly threads?: number;
}

interface PrintLimits {
  /** Milliseconds from the start of the process until the models are loaded. */
  readonly startMs: number;
  readonly frameMs: number;
  /** Resident memory of the process, in bytes. */
  readonly memoryBytes: number;
}

const usualLimits: PrintLimits = { startMs: 20_000, frameMs: 8_000, memoryBytes: 1024 * 2 ** 20 };

const nothingSeen: PrintSight = {
  status: 'not-read-yet',
  advice: 'no-card',
  settled: { birthDate: false, expiryYear: false, securityCode: false },
};

/** Starts the process at once, so that it stands ready by the time the first frame comes. */
export function openCardPrintReader(options: CardPrintReaderOptions): CardPrintReader {
  const limits = { ...usualLimits, ...options.limits };
  const process = launchPrintProcess();
  const started = start(process, limits, {
    type: 'start',
    today: options.today,
    threads: options.threads ?? 1,
    memoryBytes: limits.memoryBytes,
  });
  let busy = false;

  async function look(jpeg: Uint8Array): Promise<Attempt<PrintSight>> {
    const ready = await started;
    if (ready.status === 'failed') return ready;
    const answer = await process.ask({ type: 'picture' }, jpeg, limits.frameMs);
    if (answer.status === 'failed') return answer;
    const { value } = answer;
    if (value.type === 'seen') return done(value.sight);
    if (value.type === 'failed') {
      return value.reason.code === 'print-frame-unreadable' ? done(nothingSeen) : failed(value.reason);
    }
    process.end();
    return failed(reason('print-reader-stopped', 'an answer out of order'));
  }

  return {
    processId: process.processId,
    gone: process.gone,
    async offerFrame(jpeg) {
      if (busy) {
        jpeg.fill(0);
        return null;
      }
      busy = true;
      try {
        return await look(jpeg);
      } finally {
        jpeg.fill(0);
        busy = false;
      }
    },
    [Symbol.dispose]: () => process.end(),
  };
}

async function start(process: PrintProcess, limits: PrintLimits, order: StartOrder): Promise<Attempt<null>> {
  const answer = await process.ask(order, new Uint8Array(), limits.startMs);
  if (answer.status === 'failed') return answer;
  if (answer.value.type === 'ready') return done(null);
  process.end();
  const { value } = answer;
  return failed(value.type === 'failed' ? value.reason : reason('print-reader-stopped', 'out of order'));
}
