import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { joinMessages, type MessageKind, messageHead } from './message-frames.ts';
import { longestAnswer, WorkerAnswer } from './worker-messages.ts';

/** One process that looks at pictures of a card. Ending it gives every page that it wrote on back to the kernel. */
export interface PrintProcess {
  readonly processId: number;
  /** Fulfilled when the process is gone. */
  readonly gone: Promise<void>;
  /**
   * Sends a message and awaits its answer. Fails with `print-reader-stopped` when the process ends before it
   * answers, breaks the protocol, or takes longer than `limitMs`, after which it is ended.
   */
  ask(kind: MessageKind, bytes: Uint8Array, limitMs: number): Promise<Attempt<WorkerAnswer>>;
  /** At once, whatever it is doing. */
  end(): void;
}

const program = fileURLToPath(new URL('../../bin/print-worker.mjs', import.meta.url));
const checkAnswer = Compile(WorkerAnswer);
/** What a process needs to find its parts; none of the terminal's secrets are among it. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'LANG', 'LD_LIBRARY_PATH', 'SystemRoot'];
const keptWords = 2_000;

interface Waiting {
  readonly settle: (answer: Attempt<WorkerAnswer>) => void;
  readonly timer: NodeJS.Timeout;
}

/** Starts a process that has nothing loaded yet; its first message starts a reading. */
export function launchPrintProcess(): PrintProcess {
  const child = spawn(process.execPath, ['--max-old-space-size=192', program], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: Object.fromEntries(
      inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    ),
  });
  const socket = child.stdio[3] as Socket;
  const waiting: Waiting[] = [];
  let why: string | null = null;
  const words = lastWords(child);

  const end = (because: string) => {
    if (why !== null) return;
    why = because;
    child.kill('SIGKILL');
    socket.destroy();
    for (const { settle, timer } of waiting.splice(0)) {
      clearTimeout(timer);
      settle(failed(reason('print-reader-stopped', because)));
    }
  };
  const hear = (_kind: MessageKind, bytes: Uint8Array) => {
    const answer: unknown = JSON.parse(new TextDecoder().decode(bytes));
    bytes.fill(0);
    if (!checkAnswer.Check(answer)) throw new Error('an answer that is not in the protocol');
    const first = waiting.shift();
    if (first === undefined) throw new Error('an answer to nothing');
    clearTimeout(first.timer);
    first.settle(done(answer));
  };
  const take = joinMessages(longestAnswer, hear);
  socket.on('data', (piece: Buffer) => {
    try {
      take(piece);
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
    gone,
    ask(kind, bytes, limitMs) {
      if (why !== null) return Promise.resolve(failed(reason('print-reader-stopped', why)));
      return new Promise((settle) => {
        // After a pause of the terminal itself, what the process said meanwhile is heard before it is judged.
        const late = () => setImmediate(() => waiting.includes(one) && end(`no answer in ${limitMs} ms`));
        const one: Waiting = { settle, timer: setTimeout(late, limitMs) };
        waiting.push(one);
        socket.cork();
        socket.write(messageHead(kind, bytes.length));
        socket.write(bytes);
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
