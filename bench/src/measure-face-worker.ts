import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultFacePolicy, type FaceWorker, openFaceEngine, openFaceWorker } from '@honnin/face';
import { personFile } from '@honnin/personas';
import { peakMegabytes, processorMilliseconds, residentMegabytes } from './face-worker-process.ts';
import { quantile } from './measure.ts';

const runs = 5;
const startBudgetMs = 500;
const memoryBudgetMb = 400;

/** Start-up of the engine, and what a worker process costs: time to stand ready, and memory through a visit. */
export async function measureFaceWorker(modelsDirectory: string): Promise<string> {
  const engine: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const opened = await openFaceEngine({ modelsDirectory });
    if (opened.status === 'failed') throw new Error(`${opened.reason.code}: run npm start once`);
    engine.push(performance.now() - start);
    await opened.value[Symbol.asyncDispose]();
  }
  const ready: number[] = [];
  const processor: number[] = [];
  const idle: number[] = [];
  const used: number[] = [];
  const peak: number[] = [];
  const first: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const opened = await openFaceWorker({ modelsDirectory });
    if (opened.status === 'failed') throw new Error(opened.reason.code);
    await using worker = opened.value;
    ready.push(performance.now() - start);
    const [processId = 0] = worker.processIds;
    processor.push(processorMilliseconds(processId) ?? Number.NaN);
    await pause(1_500);
    idle.push(residentMegabytes(processId));
    first.push(await oneVerification(worker));
    used.push(residentMegabytes(processId));
    peak.push(peakMegabytes(processId) ?? Number.NaN);
  }
  const median = (values: readonly number[]) => quantile(values, 0.5);
  const line = (what: string, value: number, unit: string, limit?: number) => {
    const kept = limit === undefined ? '' : `${limit} ${unit}: ${value <= limit ? 'kept' : 'MISSED'}`;
    return `| ${what} | ${value.toFixed(0)} ${unit} | ${kept} |`;
  };
  return [
    `| face worker (medians of ${runs}) | | budget |`,
    '|---|---:|---|',
    line('engine: read, check and load five models', median(engine), 'ms', startBudgetMs),
    line('worker: process started to models loaded', median(ready), 'ms'),
    line('worker: processor time of that', median(processor), 'ms', startBudgetMs),
    line('from the chip photo to the first guidance, worker standing ready', median(first), 'ms'),
    line('resident memory, standing ready', median(idle), 'MB', memoryBudgetMb),
    line('resident memory, after 60 frames', median(used), 'MB', memoryBudgetMb),
    line('the most it had', Math.max(...peak), 'MB', memoryBudgetMb),
    '',
  ].join('\n');
}

/** Sixty frames of somebody who looks straight; answers the milliseconds until the first was answered. */
async function oneVerification(worker: FaceWorker): Promise<number> {
  const chipPhoto = new Uint8Array(await readFile(personFile('sato', 'chip.jp2')));
  const jpeg = new Uint8Array(await readFile(personFile('sato', 'live/frontal.jpg')));
  const start = performance.now();
  const started = await worker.startVerification({
    chipPhoto,
    policy: { ...defaultFacePolicy, relaxations: ['stand-in-camera'] },
    clock: () => performance.now(),
    random: Math.random,
  });
  if (started.status === 'failed') throw new Error(started.reason.code);
  await started.value.offerFrame(jpeg);
  const answered = performance.now() - start;
  for (let frame = 0; frame < 60; frame++) await started.value.offerFrame(jpeg);
  return answered;
}
