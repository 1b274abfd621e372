import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { createMessageReader, encodeMessageHead, type MessageLimits } from './message-frames.ts';

/** One process that looks at pictures. Ending it gives every page that it wrote on back to the kernel. */
export interface PictureProcess<Order, Answer> {
  readonly processId: number;
  /** False once it ended, or was told to. */
  readonly alive: boolean;
  /** Fulfilled when the process is gone. */
  readonly gone: Promise<void>;
  /**
   * Sends an order with the bytes that belong to it, and awaits its answer. Fails with the code of
   * `PictureProcessOptions.stopped` when the process ends before it answers, breaks the protocol, or takes longer
   * than `limitMs`, after which it is ended.
   */
  ask(order: Order, payload: Uint8Array, limitMs: number): Promise<Attempt<Answer>>;
  /** At once, whatever it is doing. */
  end(): void;
}

export interface PictureProcessOptions<Answer> {
  /** File that serves (see `servePictures`). */
  readonly program: string;
  /** Of JavaScript objects; pictures lie outside. */
  readonly heapMegabytes: number;
  readonly answerLimits: MessageLimits;
  readonly isAnswer: (body: unknown) => body is Answer;
  /** Failure code for a process that ended. */
  readonly stopped: string;
}

/** What a process needs to find its parts; none of the terminal's secrets are among it. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'LANG', 'LD_LIBRARY_PATH', 'SystemRoot'];
const keptWords = 2_000;

/** Starts a process that has nothing loaded yet. Orders are answered in the order they came. */
export function launchPictureProcess<Order, Answer>(
  options: PictureProcessOptions<Answer>,
): PictureProcess<Order, Answer> {
  interface Waiting {
    readonly settle: (answer: Attempt<Answer>) => void;
    readonly timer: NodeJS.Timeout;
  }
  const { program, heapMegabytes, answerLimits, isAnswer } = options;
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, program], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: Object.fromEntries(
      inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    ),
  });
  const socket = child.stdio[3] as Socket;
  const waiting: Waiting[] = [];
  let why: string | null = null;
  const words = lastWords(child);

  const stopped = () => failed(reason(options.stopped, why ?? 'ended'));
  const end = (because: string) => {
    if (why !== null) return;
    why = because;
    child.kill('SIGKILL');
    socket.destroy();
    for (const { settle, timer } of waiting.splice(0)) {
      clearTimeout(timer);
      settle(stopped());
    }
  };

  const reader = createMessageReader(answerLimits, ({ body }) => {
    if (!isAnswer(body)) throw new Error('an answer that is not in the protocol');
    const first = waiting.shift();
    if (first === undefined) throw new Error('an answer to nothing');
    clearTimeout(first.timer);
    first.settle(done(body));
  });
  socket.on('data', (bytes: Buffer) => {
    try {
      reader.take(bytes);
    } catch (error) {
      end(error instanceof Error ? error.message : 'unreadable answer');
    }
  });
  // Its end is what counts, and that is heard of below.
  socket.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      end(error.message);
      resolve();
    });
    child.once('exit', (code, signal) => {
      end(`${signal ?? `exit code ${code}`}${words()}`);
      resolve();
    });
  });

  return {
    processId: child.pid ?? -1,
    get alive() {
      return why === null;
    },
    gone,
    ask(order, payload, limitMs) {
      if (why !== null) return Promise.resolve(stopped());
      return new Promise((settle) => {
        // After a pause of the terminal itself, what the process said meanwhile is heard before it is judged.
        const late = () => setImmediate(() => waiting.includes(one) && end(`no answer in ${limitMs} ms`));
        const one: Waiting = { settle, timer: setTimeout(late, limitMs) };
        waiting.push(one);
        socket.cork();
        socket.write(encodeMessageHead(order, payload.length));
        if (payload.length > 0) socket.write(payload);
        socket.uncork();
      });
    },
    end: () => end('ended by the terminal'),
  };
}

/** The line in which the process said why it ended, for the log: it never writes of what it sees. */
function lastWords({ stderr }: ChildProcess): () => string {
  let text = '';
  stderr?.setEncoding('utf8').on('data', (piece: string) => {
    text = (text + piece).slice(-keptWords);
  });
  return () => {
    const line = text.split('\n').find((one) => /error/i.test(one));
    return line === undefined ? '' : `: ${line.slice(0, 200)}`;
  };
}
