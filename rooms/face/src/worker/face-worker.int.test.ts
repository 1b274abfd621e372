import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, type TestContext, vi } from 'vitest';
import { createTestClock, playHead, playSession, readLive, readTurns } from '../../test/played-person.ts';
import { missingModels, modelsDirectory, peopleDirectory, renderedPeople } from '../../test/test-models.ts';
import { openFaceEngine } from '../engine/face-engine.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import type { FaceVerification } from '../verification/face-session.ts';
import { startFaceVerification } from '../verification/face-verification.ts';
import { type FaceWorker, type FaceWorkerOptions, openFaceWorker } from './face-worker.ts';

const noModels = missingModels();
const [owner = ''] = renderedPeople();
let shared: FaceWorker;

async function openWorker(change: Partial<FaceWorkerOptions> = {}): Promise<FaceWorker> {
  const opened = await openFaceWorker({ modelsDirectory, ...change });
  if (opened.status === 'failed') throw new Error(`${opened.reason.code} ${opened.reason.detail}`);
  return opened.value;
}

beforeAll(async () => {
  if (noModels === null) shared = await openWorker();
});
afterAll(async () => {
  await shared?.[Symbol.asyncDispose]();
});

function needs(ctx: TestContext): void {
  if (noModels !== null) ctx.skip(noModels);
  if (owner === '') ctx.skip('the rendered people are not here');
}

const chipPhotoOf = (id: string) => readLive(join(peopleDirectory, id, '..'), id, '../chip.jp2');
const frontal = () => readLive(peopleDirectory, owner, 'frontal.jpg');
const isRunning = (processId: number) => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};

async function start(
  worker: FaceWorker,
  chipPhoto = chipPhotoOf(owner),
  clock = () => performance.now(),
): Promise<FaceVerification> {
  const options = { chipPhoto, policy: defaultFacePolicy, clock, random: () => 0.3 };
  const started = await worker.startVerification(options);
  if (started.status === 'failed') throw new Error(`${started.reason.code} ${started.reason.detail}`);
  return started.value;
}

describe('a face verification in a process of its own', () => {
  it('gives the same guidance and the same result as in this process, frame by frame', async (ctx) => {
    needs(ctx);
    const engine = await openFaceEngine({ modelsDirectory });
    if (engine.status === 'failed') throw new Error(engine.reason.code);
    await using here = engine.value;
    const play = async (begin: (clock: () => number) => Promise<FaceVerification>) => {
      const clock = createTestClock();
      using verification = await begin(() => clock.now());
      const seen = await playSession(verification, playHead(readTurns(peopleDirectory, owner)), clock);
      return { seen, result: verification.result() };
    };
    const inside = await play(async (clock) => {
      const started = await startFaceVerification({
        engine: here,
        chipPhoto: chipPhotoOf(owner),
        policy: defaultFacePolicy,
        clock,
        random: () => 0.3,
      });
      if (started.status === 'failed') throw new Error(started.reason.code);
      return started.value;
    });
    const outside = await play((clock) => start(shared, undefined, clock));
    expect(outside).toEqual(JSON.parse(JSON.stringify(inside)));
    expect(outside.seen.length).toBeGreaterThan(5);
    expect(outside.result.frames).toBeGreaterThan(1);
  });

  it('overwrites the chip photo at once, and ends the process with the verification', async (ctx) => {
    needs(ctx);
    const chipPhoto = chipPhotoOf(owner);
    const verification = await start(shared, chipPhoto);
    expect(chipPhoto.every((byte) => byte === 0)).toBe(true);
    const [processId = 0] = shared.processIds;
    expect(isRunning(processId)).toBe(true);
    await verification.offerFrame(frontal());
    verification[Symbol.dispose]();
    await vi.waitFor(() => expect(isRunning(processId)).toBe(false));
    expect(verification.result().reasons).toContainEqual({ code: 'not-finished' });
  });

  it('carries over the choice of the way without turning', async (ctx) => {
    needs(ctx);
    using verification = await start(shared);
    await verification.offerFrame(frontal());
    expect(verification.askWithoutTurning().step).toBe('look-straight');
    await verification.offerFrame(frontal());
    expect(verification.result().liveness.leanIn).not.toBe('not-asked');
  });

  it('refuses a chip photo without a face as the engine does, and goes on', async (ctx) => {
    needs(ctx);
    const options = { policy: defaultFacePolicy, clock: () => 0, random: () => 0.3 };
    const blank = { create: { width: 1, height: 1, channels: 3, background: '#888' } } as const;
    const onePixel = await sharp(blank).png().toBuffer();
    const long = await sharp({ create: { ...blank.create, height: 9_000 } })
      .png()
      .toBuffer();
    for (const chipPhoto of [new Uint8Array(500), new Uint8Array(0), onePixel, long]) {
      const started = await shared.startVerification({ ...options, chipPhoto });
      expect(started).toMatchObject({ status: 'failed', reason: { code: 'chip-photo-unusable' } });
    }
    using verification = await start(shared);
    expect((await verification.offerFrame(frontal())).box).not.toBeNull();
  });

  it('gives two verifications at once a process each', async (ctx) => {
    needs(ctx);
    const both = await Promise.all([start(shared), start(shared)]);
    expect(new Set(shared.processIds).size).toBe(2);
    for (const one of both) one[Symbol.dispose]();
  });
});

describe('a worker that stops', () => {
  it('killed in the middle of a frame: undetermined, with its own reason, and the next try works', async (ctx) => {
    needs(ctx);
    await using worker = await openWorker({ limits: { pauseMs: 20 } });
    const verification = await start(worker);
    const [processId = 0] = worker.processIds;
    const answer = verification.offerFrame(frontal());
    process.kill(processId, 'SIGKILL');
    expect(await answer).toMatchObject({ step: 'done' });
    expect(verification.result()).toMatchObject({
      status: 'undetermined',
      similarity: null,
      reasons: [{ code: 'face-worker-stopped' }],
    });
    verification[Symbol.dispose]();
    using next = await start(worker);
    expect((await next.offerFrame(frontal())).box).not.toBeNull();
  });

  it('hung: what does not answer in time is ended, and the verification is done', async (ctx) => {
    needs(ctx);
    await using worker = await openWorker({ limits: { frameMs: 300 } });
    using verification = await start(worker);
    const [processId = 0] = worker.processIds;
    process.kill(processId, 'SIGSTOP');
    expect(await verification.offerFrame(frontal())).toMatchObject({ step: 'done' });
    expect(verification.result().reasons).toMatchObject([
      { code: 'face-worker-stopped', detail: 'no answer in 300 ms' },
    ]);
    await vi.waitFor(() => expect(isRunning(processId)).toBe(false));
  });

  it('killed while it stands ready: another takes its place', async (ctx) => {
    needs(ctx);
    await using worker = await openWorker({ limits: { pauseMs: 20 } });
    const [processId = 0] = worker.processIds;
    process.kill(processId, 'SIGKILL');
    await vi.waitFor(() => expect(worker.processIds.filter((one) => one !== processId)).toHaveLength(1), {
      timeout: 10_000,
    });
    using verification = await start(worker);
    expect((await verification.offerFrame(frontal())).box).not.toBeNull();
  });

  it('killed again and again: after eight times none is started until somebody wants one', async (ctx) => {
    needs(ctx);
    const stops: string[] = [];
    await using worker = await openWorker({
      limits: { pauseMs: 1 },
      heard: (event) => stops.push(event),
    });
    for (const end = Date.now() + 3_000; Date.now() < end; await pause(10)) {
      for (const processId of worker.processIds) process.kill(processId, 'SIGKILL');
    }
    expect(stops).toHaveLength(9);
    expect(worker.processIds).toEqual([]);
    using verification = await start(worker);
    expect((await verification.offerFrame(frontal())).box).not.toBeNull();
  });

  it('too slow to open: fails with its code and leaves no process behind', async (ctx) => {
    needs(ctx);
    const opened = await openFaceWorker({ modelsDirectory, limits: { openMs: 1 } });
    expect(opened).toMatchObject({ status: 'failed', reason: { code: 'face-worker-stopped' } });
  });
});

describe('the models of a worker', () => {
  it('missing or changed: the same errors as the engine in this process gives', async (ctx) => {
    needs(ctx);
    const folder = mkdtempSync(join(tmpdir(), 'models-'));
    try {
      const missing = await openFaceWorker({ modelsDirectory: folder });
      expect(missing).toEqual(await openFaceEngine({ modelsDirectory: folder }));
      expect(missing).toMatchObject({ status: 'failed', reason: { code: 'model-missing' } });
      cpSync(modelsDirectory, folder, { recursive: true });
      writeFileSync(join(folder, shippedManifest.recogniser.file), 'another model');
      const changed = await openFaceWorker({ modelsDirectory: folder });
      expect(changed).toEqual(await openFaceEngine({ modelsDirectory: folder }));
      expect(changed).toMatchObject({ status: 'failed', reason: { code: 'model-changed' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the terminal’s own end', () => {
  it('killed with -9: its worker ends too', async (ctx) => {
    needs(ctx);
    const parent = spawn(process.execPath, ['--import', loader, program, modelsDirectory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const processId = await firstNumber(parent);
      expect(isRunning(processId)).toBe(true);
      parent.kill('SIGKILL');
      await vi.waitFor(() => expect(isRunning(processId)).toBe(false), { timeout: 10_000 });
    } finally {
      parent.kill('SIGKILL');
    }
  });

  it('orderly: no process is left', async (ctx) => {
    needs(ctx);
    const worker = await openWorker();
    const verification = await start(worker);
    const processIds = [...worker.processIds];
    expect(processIds).not.toEqual([]);
    await worker[Symbol.asyncDispose]();
    expect(processIds.filter(isRunning)).toEqual([]);
    verification[Symbol.dispose]();
    expect(worker.processIds).toEqual([]);
  });
});

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const program = fileURLToPath(new URL('../../test/hold-face-worker.ts', import.meta.url));

function firstNumber({ stdout }: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    stdout?.setEncoding('utf8').on('data', (text: string) => resolve(Number(text)));
    stdout?.on('end', () => reject(new Error('it ended without a word')));
  });
}
