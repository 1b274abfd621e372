import { readFile } from 'node:fs/promises';
import { defaultFacePolicy, type FacePolicy, openFaceWorker } from '@honnin/face';
import { personFile } from '@honnin/personas';
import { peakMegabytes, processorMilliseconds, residentMegabytes } from './face-worker-process.ts';

const marks = 20;
/** What the memory may vary by once the first fifth of the frames is through. */
const growthMb = 24;
/** Thirty frames a second, as a camera sends them. */
const frameMs = 33;

/**
 * Never satisfied: every frame is looked at, one in eight is embedded and scored as well, and none is kept, so
 * that one verification in one process takes any number of them.
 */
const policy: FacePolicy = {
  ...defaultFacePolicy,
  relaxations: ['stand-in-camera'],
  minimumNorm: 1_000,
  timeLimitMs: Number.MAX_SAFE_INTEGER,
};

const pictures = ['frontal', 'yaw-m10', 'yaw-p10', 'frontal', 'yaw-p20', 'blink-closed', 'frontal', 'far'];

/** Offers frames to one worker and follows its memory; `process.exitCode` becomes 1 when it grows. */
export async function measureFaceSoak(options: {
  readonly models: string;
  readonly frames: number;
  readonly say: (line: string) => void;
}): Promise<string> {
  const { frames, say } = options;
  const opened = await openFaceWorker({ modelsDirectory: options.models });
  if (opened.status === 'failed') throw new Error(`${opened.reason.code}: run npm start once`);
  await using worker = opened.value;
  const files = await Promise.all(
    pictures.map(async (name) => new Uint8Array(await readFile(personFile('sato', `live/${name}.jpg`)))),
  );
  let at = 0;
  const started = await worker.startVerification({
    chipPhoto: new Uint8Array(await readFile(personFile('sato', 'chip.jp2'))),
    policy,
    clock: () => at,
    random: Math.random,
  });
  if (started.status === 'failed') throw new Error(started.reason.code);
  using verification = started.value;
  const [processId = 0] = worker.processIds;
  const seen: { readonly frames: number; readonly worker: number; readonly own: number }[] = [];
  const each = Math.max(1, Math.round(frames / marks));
  const began = performance.now();
  for (let frame = 1; frame <= frames; frame++) {
    at += frameMs;
    const jpeg = files[frame % files.length];
    if (jpeg === undefined) throw new Error('no picture');
    const { step } = await verification.offerFrame(jpeg);
    if (step === 'done') {
      const [why] = verification.result().reasons;
      throw new Error(`it ended after ${frame} frames: ${why?.code} ${why?.detail ?? ''}`);
    }
    if (frame % each === 0) {
      const mark = {
        frames: frame,
        worker: residentMegabytes(processId),
        own: process.memoryUsage.rss() / 2 ** 20,
      };
      seen.push(mark);
      say(`${frame} frames, worker ${mark.worker.toFixed(0)} MB, this process ${mark.own.toFixed(0)} MB`);
    }
  }
  const elapsed = performance.now() - began;
  const settled = seen.slice(Math.floor(seen.length / 5));
  const grown = (of: (mark: (typeof seen)[number]) => number) => {
    const third = Math.max(1, Math.floor(settled.length / 3));
    const mean = (some: typeof seen) => some.reduce((sum, mark) => sum + of(mark), 0) / some.length;
    return mean(settled.slice(-third)) - mean(settled.slice(0, third));
  };
  const [workerGrew, ownGrew] = [grown((mark) => mark.worker), grown((mark) => mark.own)];
  const flat = workerGrew <= growthMb && ownGrew <= growthMb;
  if (!flat) process.exitCode = 1;
  const processor = processorMilliseconds(processId);
  return [
    '| frames | worker, MB | terminal’s side, MB |',
    '|---:|---:|---:|',
    ...seen.map((mark) => `| ${mark.frames} | ${mark.worker.toFixed(1)} | ${mark.own.toFixed(1)} |`),
    '',
    `${frames} frames in ${(elapsed / 60_000).toFixed(1)} minutes, ${(elapsed / frames).toFixed(1)} ms each${processor === null ? '' : `, ${(processor / frames).toFixed(1)} ms of processor time`}; most memory of the worker ${peakMegabytes(processId)?.toFixed(0) ?? '?'} MB.`,
    `After the first fifth the worker ${workerGrew.toFixed(1)} MB, the terminal’s side ${ownGrew.toFixed(1)} MB (last third against first third): ${flat ? `flat (limit ${growthMb} MB)` : 'GROWS'}.`,
    '',
  ].join('\n');
}
