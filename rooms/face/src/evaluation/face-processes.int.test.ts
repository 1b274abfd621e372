import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { openFaceProcesses } from './face-processes.ts';

/** Answers with the file's name, dies at "crash", hangs at "hang"; the first process says its number. */
const program = `
process.on('message', (m) => {
  if (m.kind === 'open') return process.send({ kind: 'opened' });
  const { file } = m.task;
  if (file === 'crash') process.kill(process.pid, 'SIGSEGV');
  if (file === 'hang') return;
  setTimeout(() => process.send({ kind: 'answer', id: m.id, answer: { kind: 'failed', reason: { code: file } }, processorMs: 3 }), 5);
});
process.on('disconnect', () => process.exit());
`;

let folder = '';
let url: URL;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-processes-'));
  url = pathToFileURL(path.join(folder, 'program.mjs'));
  await writeFile(url, program);
});
afterEach(() => rm(folder, { recursive: true }));

async function open(timeLimitMs = 60_000) {
  const opened = await openFaceProcesses({
    modelsDirectory: '',
    manifest: shippedManifest,
    processes: 2,
    program: url,
    timeLimitMs,
  });
  if (opened.status === 'failed') throw new Error(opened.reason.code);
  return opened.value;
}

const task = (file: string) => ({ kind: 'template', file, chip: false }) as const;

describe('face processes', () => {
  it('name the picture that kills a process, and lose no other', async () => {
    await using processes = await open();
    const files = Array.from({ length: 40 }, (_, i) => (i % 10 === 4 ? 'crash' : `p${i}`));
    const answers = await Promise.all(files.map((file) => processes.run(task(file))));
    const codes = answers.map((answer) => (answer.kind === 'failed' ? answer.reason.code : answer.kind));
    expect(codes).toEqual(files.map((file) => (file === 'crash' ? 'image-not-processed' : file)));
  });

  it('give up a picture that takes too long, and go on', async () => {
    await using processes = await open(3_000);
    const answers = await Promise.all(['p1', 'hang', 'p2', 'p3'].map((file) => processes.run(task(file))));
    const codes = answers.map((answer) => (answer.kind === 'failed' ? answer.reason.code : answer.kind));
    expect(codes).toEqual(['p1', 'image-not-processed', 'p2', 'p3']);
  });

  it('answer what still waits when they are disposed of', async () => {
    const processes = await open();
    const waiting = Promise.all(['hang', 'hang', 'p'].map((file) => processes.run(task(file))));
    await processes[Symbol.asyncDispose]();
    for (const answer of await waiting) expect(answer.kind).toBe('failed');
  });

  it('say why they do not come up', async () => {
    await writeFile(url, 'throw new Error("no such thing")');
    const opened = await openFaceProcesses({
      modelsDirectory: '',
      manifest: shippedManifest,
      processes: 1,
      program: url,
    });
    expect(opened).toMatchObject({
      status: 'failed',
      reason: { code: 'face-process-failed', detail: expect.stringContaining('no such thing') },
    });
  });
});
