import { Worker } from 'node:worker_threads';
import type { FuzzOrder, FuzzReport } from './fuzz-messages.ts';

const memoryMegabytes = 384;
/** What the corpus and the compiler may take on; more is a leak. */
const growthMegabytes = 48;

/**
 * Fuzzes one target for some seconds in a thread of its own: an exception, a hang, memory that runs out or
 * keeps growing is a finding, and comes with the input.
 */
export async function fuzz(options: {
  readonly name: string;
  /** Module with `fuzzTargets`; ours when left out. */
  readonly targets?: URL;
  readonly seconds: number;
  readonly seed: number;
  /** One input may take this long on a busy machine; a reader that takes longer hangs. */
  readonly hangsAfterMs?: number;
}): Promise<FuzzReport> {
  const order: FuzzOrder = {
    ...options,
    targets: (options.targets ?? new URL('./fuzz-targets.ts', import.meta.url)).href,
    current: new SharedArrayBuffer(64 * 1024),
    length: new SharedArrayBuffer(4),
    beats: new SharedArrayBuffer(4),
  };
  const { hangsAfterMs = 10_000 } = options;
  const beats = new Int32Array(order.beats);
  const finding = (what: string): FuzzReport => ({
    kind: 'finding',
    inputs: Atomics.load(beats, 0),
    input: new Uint8Array(order.current).slice(0, Atomics.load(new Int32Array(order.length), 0)),
    what,
  });
  const worker = new Worker(new URL('../bin/fuzz-thread.mjs', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  try {
    return await new Promise<FuzzReport>((resolve) => {
      let seen = { beat: 0, at: performance.now() };
      const watch = setInterval(() => {
        const beat = Atomics.load(beats, 0);
        const now = performance.now();
        if (beat !== seen.beat || beat === 0) seen = { beat, at: now };
        else if (now - seen.at > hangsAfterMs) end(finding(`hangs for ${hangsAfterMs} ms`));
      }, 500);
      const end = (report: FuzzReport) => {
        clearInterval(watch);
        resolve(report);
      };
      worker.once('message', (report: FuzzReport) =>
        end(
          report.kind === 'done' && report.grownMegabytes > growthMegabytes
            ? finding(`memory grew by ${report.grownMegabytes.toFixed(0)} MB; the input is only the last one`)
            : report,
        ),
      );
      worker.once('error', (error) => end(finding(error.stack ?? error.message)));
      worker.once('exit', (code) => end(finding(`its thread ended with code ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
