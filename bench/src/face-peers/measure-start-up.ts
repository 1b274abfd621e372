import { quantile } from '../measure.ts';
import type { ContenderKind, Pixels } from './contender.ts';
import { startContender } from './contender-process.ts';
import type { StartUp } from './peers-report.ts';

/** With the most memory that such a process took. */
type MeasuredStart = StartUp & { readonly peakBytes: number };

const freshProcesses = 5;

/** Starts a library in fresh processes and has each look at one picture; medians. */
export async function measureStartUp(
  kind: ContenderKind | 'nothing',
  folder: string,
  example: Pixels,
): Promise<MeasuredStart> {
  const runs: MeasuredStart[] = [];
  for (let run = 0; run < freshProcesses; run += 1) {
    const started = performance.now();
    await using process = await startContender(kind, folder);
    await process.embed(example);
    runs.push({
      readyMs: process.readyMs,
      libraryMs: process.opening.elapsedMs,
      libraryProcessorMs: process.opening.processorMs,
      firstTemplateMs: performance.now() - started,
      peakBytes: await process.peakBytes(),
    });
  }
  const middle = (of: (run: MeasuredStart) => number) => quantile(runs.map(of), 0.5);
  return {
    readyMs: middle(({ readyMs }) => readyMs),
    libraryMs: middle(({ libraryMs }) => libraryMs),
    libraryProcessorMs: middle(({ libraryProcessorMs }) => libraryProcessorMs),
    firstTemplateMs: middle(({ firstTemplateMs }) => firstTemplateMs),
    peakBytes: middle(({ peakBytes }) => peakBytes),
  };
}
