import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ContenderKind, Pixels } from './contender.ts';
import type { Answer, Cost, Embedded, Request } from './contender-messages.ts';

/** A library that runs in a process of its own. */
export interface ContenderProcess extends AsyncDisposable {
  /** Milliseconds from starting the process to a library that can take a picture. */
  readonly readyMs: number;
  /** The part of it that the library itself took: loading it and its models. */
  readonly opening: Cost;
  embed(pixels: Pixels): Promise<Embedded>;
  /** The most memory that was resident so far. */
  peakBytes(): Promise<number>;
}

/** Starts the library of `folder`; `'nothing'` is the same process without one. Throws when it cannot be loaded. */
export async function startContender(
  kind: ContenderKind | 'nothing',
  folder: string,
): Promise<ContenderProcess> {
  const started = performance.now();
  const child = fork(fileURLToPath(new URL('./contender-main.ts', import.meta.url)), [kind, folder], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    // The peers greet on standard output, which here belongs to the report.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const opened = await ask(child, kind, { kind: 'open' });
  if (opened.kind !== 'opened') throw new Error(`${kind} answered ${opened.kind} when it was opened`);
  return {
    readyMs: performance.now() - started,
    opening: { elapsedMs: opened.elapsedMs, processorMs: opened.processorMs },
    async embed(pixels) {
      const answer = await ask(child, kind, { kind: 'embed', pixels });
      if (answer.kind !== 'embedded') throw new Error(`${kind} answered ${answer.kind} to a picture`);
      return answer;
    },
    async peakBytes() {
      const answer = await ask(child, kind, { kind: 'memory' });
      if (answer.kind !== 'memory') throw new Error(`${kind} answered ${answer.kind} to a question`);
      return answer.peakBytes;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

function ask(child: ChildProcess, kind: string, request: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null, signal: string | null) => {
      child.off('message', answered);
      reject(new Error(`the process of ${kind} ended (${signal ?? `code ${code}`})`));
    };
    const answered = (answer: Answer) => {
      child.off('exit', died);
      if (answer.kind === 'broken') {
        child.kill();
        reject(new Error(`${kind}: ${answer.message}`));
      } else resolve(answer);
    };
    child.once('exit', died);
    child.once('message', answered);
    child.send(request);
  });
}
