import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net';
import { Compile } from 'typebox/compile';
import { decodeFrame } from '../engine/decode-frame.ts';
import { openPrintEngine } from '../engine/open-print-engine.ts';
import { type PrintReading, startPrintReading } from '../reading/print-reading.ts';
import { joinMessages, type MessageKind, messageHead } from './message-frames.ts';
import { longestPicture, StartOrder, type WorkerAnswer } from './worker-messages.ts';

/** The descriptor that `print-process.ts` lays a socket on. */
const descriptor = 3;
const checkStart = Compile(StartOrder);

/**
 * The process's side: reads one card over as many pictures as it is sent, and ends when the terminal does
 * (however that ends: the socket closes with it), when the protocol is broken, or when it has grown too large.
 */
export function servePrintWorker(): void {
  // A Ctrl-C goes to every process at the keyboard; when to end is the terminal's to say.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const serve = createServing();
  let last: Promise<void> = Promise.resolve();
  const take = joinMessages(longestPicture, (kind, bytes) => {
    last = last.then(async () => {
      try {
        const answer = new TextEncoder().encode(JSON.stringify(await serve(kind, bytes)));
        socket.write(messageHead('json', answer.length));
        socket.write(answer);
      } finally {
        bytes.fill(0);
      }
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
          take(buffer.subarray(0, count));
        } catch (error) {
          end(error);
        }
        return true;
      },
    },
  };
  const socket = new Socket(options);
  for (const event of ['end', 'close', 'error'] as const) socket.on(event, () => process.exit(0));
}

/** Whatever was not foreseen ends the process: the terminal answers for it, and nothing half-done goes on. */
function end(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

function createServing(): (kind: MessageKind, bytes: Uint8Array) => Promise<WorkerAnswer> {
  let reading: PrintReading | null = null;
  let memoryBytes = 0;

  async function start(bytes: Uint8Array): Promise<WorkerAnswer> {
    const order: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!checkStart.Check(order)) throw new Error('an order that is not in the protocol');
    const engine = await openPrintEngine(order.threads);
    if (engine.status === 'failed') return { type: 'failed', reason: engine.reason };
    ({ memoryBytes } = order);
    reading = startPrintReading(engine.value.reader, order.today);
    return { type: 'ready' };
  }

  return async (kind, bytes) => {
    if (kind === 'json') {
      if (reading !== null) throw new Error('a second start');
      return start(bytes);
    }
    if (reading === null) throw new Error('a picture before the start');
    const image = decodeFrame(bytes);
    if (image.status === 'failed') return { type: 'failed', reason: image.reason };
    let answer: WorkerAnswer;
    try {
      answer = { type: 'seen', sight: await reading.see(image.value) };
    } finally {
      image.value.data.fill(0);
    }
    const { rss } = process.memoryUsage();
    if (rss > memoryBytes) throw new Error(`${Math.round(rss / 2 ** 20)} MB are too much`);
    return answer;
  };
}
