import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { holdDataFolder } from './hold-data-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-hold-'));
});

describe('holdDataFolder', () => {
  it('holds a folder until it is let go', async () => {
    const first = await holdDataFolder(folder);
    if (first.status === 'failed') throw new Error(first.reason.code);
    expect(await readFile(path.join(folder, 'demo.pid'), 'utf8')).toBe(String(process.pid));
    await first.value[Symbol.asyncDispose]();
    await expect(readFile(path.join(folder, 'demo.pid'))).rejects.toThrow('ENOENT');
  });

  it('is not stopped by the note of a demo that was killed', async () => {
    await writeFile(path.join(folder, 'demo.pid'), '4194303');
    expect((await holdDataFolder(folder)).status).toBe('done');
  });

  it('is not stopped by a note that was never finished', async () => {
    await writeFile(path.join(folder, 'demo.pid'), '');
    expect((await holdDataFolder(folder)).status).toBe('done');
  });

  it('is not stopped by a process that has got the number since', async () => {
    await writeFile(path.join(folder, 'demo.pid'), '1');
    expect((await holdDataFolder(folder)).status).toBe('done');
  });

  it('leaves the folder to a Honnin that runs', async () => {
    // This test's parent runs vitest, which counts as one of ours.
    await writeFile(path.join(folder, 'demo.pid'), String(process.ppid));
    expect(await holdDataFolder(folder)).toMatchObject({
      status: 'failed',
      reason: { code: 'demo-already-running', detail: expect.stringContaining(String(process.ppid)) },
    });
  });
});
