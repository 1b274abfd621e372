// Runs one library in a process of its own: `contender-main.ts KIND FOLDER`, asked over IPC by contender-process.ts.
import { readFileSync } from 'node:fs';
import type { Embedder } from './contender.ts';
import type { Answer, Cost, Request } from './contender-messages.ts';

const [, , kind, folder = ''] = process.argv;
let embedder: Embedder | null = null;

// Only the one library is loaded, so that time and memory are its own.
async function open(): Promise<Embedder | null> {
  if (kind === 'honnin') return (await import('./open-honnin.ts')).openHonnin(folder);
  if (kind === 'face-api') return (await import('./open-face-api.ts')).openFaceApi(folder);
  if (kind === 'human') return (await import('./open-human.ts')).openHuman(folder);
  return null;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { result, cost: { elapsedMs, processorMs: (user + system) / 1000 } };
}

/** Linux counts the parent's memory into a child's `maxRSS`; `VmHWM` begins with the program itself. */
function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

async function answer(request: Request): Promise<Answer> {
  if (request.kind === 'memory') return { kind: 'memory', peakBytes: peakBytes() };
  if (request.kind === 'open') {
    const { result, cost } = await timed(open);
    embedder = result;
    return { kind: 'opened', ...cost };
  }
  const { pixels } = request;
  const { result, cost } = await timed(async () => {
    try {
      return { vector: (await embedder?.embed(pixels)) ?? null };
    } catch (error) {
      return { vector: null, trouble: String(error) };
    }
  });
  return { kind: 'embedded', ...result, ...cost };
}

// Ctrl-C reaches the whole group; the measuring process decides what it means, and this ends with its channel.
process.on('SIGINT', () => {});
process.on('message', (request: Request) => {
  answer(request)
    .catch((error: unknown): Answer => ({ kind: 'broken', message: String(error) }))
    .then((reply) => process.send?.(reply));
});
