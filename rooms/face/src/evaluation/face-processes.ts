import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import type { ModelManifest } from '../manifest/model-manifest.ts';
import type { FaceTask, FaceTaskAnswer, FromFaceProcess, ToFaceProcess } from './face-task.ts';

export interface FaceProcessesOptions {
  readonly modelsDirectory: string;
  readonly manifest: ModelManifest;
  /** How many processes; by default one for each core. */
  readonly processes?: number;
  /** Milliseconds after which a picture is given up and its process ended; by default a minute. */
  readonly timeLimitMs?: number;
  /** Program of a process; tests put in their own. */
  readonly program?: URL;
}

/** Processes with an engine each, that share out tasks. */
export interface FaceProcesses extends AsyncDisposable {
  readonly processes: number;
  /** Processor time spent on tasks so far. */
  readonly processorMs: number;
  /** Does one task when its turn comes; never rejects, a picture that kills a process answers `failed`. */
  run(task: FaceTask): Promise<FaceTaskAnswer>;
}

/** Two at once in each process: one is decoded while the other is in the networks. */
const atOnce = 2;

interface Job {
  readonly id: number;
  readonly task: FaceTask;
  readonly settle: (answer: FaceTaskAnswer) => void;
  /** Was in a process that died: from then on it runs alone, so that the one at fault is known. */
  suspect: boolean;
  timer?: NodeJS.Timeout;
}

interface Worker {
  child: ChildProcess;
  readonly jobs: Map<number, Job>;
  processorMs: number;
}

/**
 * Starts the processes and has each load the models. Fails with the engine's codes, or `face-process-failed`
 * when a process does not come up.
 */
export async function openFaceProcesses(options: FaceProcessesOptions): Promise<Attempt<FaceProcesses>> {
  const count = Math.max(1, options.processes ?? availableParallelism());
  const timeLimitMs = options.timeLimitMs ?? 60_000;
  const started = await Promise.all(Array.from({ length: count }, () => start(options)));
  const problem = started.find((attempt) => attempt.status === 'failed');
  if (problem !== undefined) {
    for (const attempt of started) if (attempt.status === 'done') attempt.value.kill('SIGKILL');
    return problem;
  }
  let closed = false;
  let next = 0;
  let spent = 0;
  const waiting: Job[] = [];
  const workers = new Set<Worker>();

  const settle = (worker: Worker, job: Job, answer: FaceTaskAnswer) => {
    clearTimeout(job.timer);
    worker.jobs.delete(job.id);
    job.settle(answer);
  };
  const give = () => {
    for (const worker of workers) {
      while (worker.jobs.size < atOnce) {
        const busy = [...worker.jobs.values()];
        if (busy.some(({ suspect }) => suspect)) break;
        // A suspect waits for an idle process.
        const i = waiting.findIndex(({ suspect }) => !suspect || busy.length === 0);
        const [job] = i < 0 ? [] : waiting.splice(i, 1);
        if (job === undefined) break;
        worker.jobs.set(job.id, job);
        job.timer = setTimeout(() => {
          settle(worker, job, { kind: 'failed', reason: reason('image-not-processed', 'took too long') });
          worker.child.kill('SIGKILL');
        }, timeLimitMs);
        const message: ToFaceProcess = { kind: 'task', id: job.id, task: job.task };
        // A process that just died says so by its end, which gives the job back.
        worker.child.send(message, () => undefined);
      }
    }
  };
  const employ = (child: ChildProcess) => {
    const worker: Worker = { child, jobs: new Map(), processorMs: 0 };
    workers.add(worker);
    child.on('message', (message: FromFaceProcess) => {
      if (message.kind !== 'answer') return;
      spent += message.processorMs - worker.processorMs;
      worker.processorMs = message.processorMs;
      const job = worker.jobs.get(message.id);
      if (job !== undefined) settle(worker, job, message.answer);
      give();
    });
    child.on('exit', (code, signal) => {
      workers.delete(worker);
      const jobs = [...worker.jobs.values()];
      for (const job of jobs) {
        clearTimeout(job.timer);
        if (closed || (job.suspect && jobs.length === 1)) {
          const detail = `process ended with ${signal ?? code}`;
          job.settle({ kind: 'failed', reason: reason('image-not-processed', detail) });
        } else {
          job.suspect = true;
          waiting.unshift(job);
        }
      }
      if (!closed) void replace();
    });
  };
  const replace = async () => {
    const again = await start(options);
    if (again.status === 'done' && !closed) {
      employ(again.value);
      give();
      return;
    }
    if (again.status === 'done') again.value.kill('SIGKILL');
    if (workers.size > 0) return;
    const why = again.status === 'failed' ? again.reason : reason('face-process-failed');
    for (const job of waiting.splice(0)) job.settle({ kind: 'failed', reason: why });
  };
  for (const attempt of started) if (attempt.status === 'done') employ(attempt.value);

  return done({
    processes: count,
    get processorMs() {
      return spent;
    },
    run: (task) =>
      new Promise((resolve) => {
        if (closed) {
          resolve({ kind: 'failed', reason: reason('image-not-processed', 'stopped') });
          return;
        }
        next += 1;
        waiting.push({ id: next, task, settle: resolve, suspect: false });
        give();
      }),
    async [Symbol.asyncDispose]() {
      closed = true;
      for (const job of waiting.splice(0)) {
        job.settle({ kind: 'failed', reason: reason('image-not-processed', 'stopped') });
      }
      await Promise.all([...workers].map(({ child }) => end(child)));
    },
  });
}

/** Starts one process and waits until its models are loaded. */
function start({ modelsDirectory, manifest, program }: FaceProcessesOptions): Promise<Attempt<ChildProcess>> {
  const file = fileURLToPath(program ?? new URL('./face-process.ts', import.meta.url));
  const child = fork(file, [], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  return new Promise((resolve) => {
    const fail = (why: Reason) => {
      child.kill('SIGKILL');
      resolve(failed(why));
    };
    child.once('error', (error) => fail(reason('face-process-failed', error.message)));
    child.once('exit', (code) => fail(reason('face-process-failed', said.trim() || `exit code ${code}`)));
    child.once('message', (message: FromFaceProcess) => {
      if (message.kind === 'not-opened') fail(message.reason);
      else resolve(done(child));
    });
    const open: ToFaceProcess = { kind: 'open', modelsDirectory, manifest };
    child.send(open, () => undefined);
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGKILL');
  await gone;
}
