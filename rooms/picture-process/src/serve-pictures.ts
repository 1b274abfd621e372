import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net';
import { createMessageReader, encodeMessageHead, type MessageLimits } from './message-frames.ts';

/** The descriptor that `launchPictureProcess` lays a socket on. */
const descriptor = 3;

/**
 * The process's side: works off orders one after the other and answers each, and ends when the terminal does
 * (however that ends: the socket closes with it), when the protocol is broken, or when `serve` throws.
 */
export function servePictures<Order>(options: {
  readonly orderLimits: MessageLimits;
  readonly isOrder: (body: unknown) => body is Order;
  /** The payload is overwritten afterwards. */
  readonly serve: (order: Order, payload: Uint8Array) => Promise<object>;
  /** What is better done after an answer than before it. */
  readonly idle?: () => Promise<void>;
}): void {
  const { orderLimits, isOrder, serve, idle } = options;
  // A Ctrl-C goes to every process at the keyboard; when to end is the terminal's to say.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  let last: Promise<void> = Promise.resolve();
  const reader = createMessageReader(orderLimits, ({ body, payload }) => {
    if (!isOrder(body)) throw new Error('an order that is not in the protocol');
    last = last.then(async () => {
      try {
        socket.write(encodeMessageHead(await serve(body, payload), 0));
      } finally {
        payload.fill(0);
      }
      await idle?.();
    });
    last.catch(end);
  });
  const open: SocketConstructorOpts & ConnectOpts = {
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
  const socket = new Socket(open);
  for (const event of ['end', 'close', 'error'] as const) socket.on(event, () => process.exit(0));
}

/** Whatever was not foreseen ends the process: the terminal answers for it, and nothing half-done goes on. */
function end(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
