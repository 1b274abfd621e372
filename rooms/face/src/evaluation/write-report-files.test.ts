import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeReportFiles } from './write-report-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeReportFiles', () => {
  it('makes the folder and writes all files under their names only', async () => {
    const out = path.join(folder, 'deep', 'out');
    await writeReportFiles(out, { 'a.json': '{}', 'b.html': '<p>' });
    expect(await readdir(out)).toEqual(['a.json', 'b.html']);
    expect(await readFile(path.join(out, 'a.json'), 'utf8')).toBe('{}');
  });

  it.runIf(process.platform === 'linux')('comes back from a place that takes no folders', async () => {
    await expect(writeReportFiles('/proc/none/out', { 'a.json': '{}' })).rejects.toThrow('ENOENT');
  });

  it('leaves nothing when it is stopped', async () => {
    await expect(writeReportFiles(folder, { 'a.json': '{}' }, AbortSignal.abort())).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing half when one file cannot be written', async () => {
    await expect(writeReportFiles(folder, { 'a.json': '{}', 'none/b.html': '' })).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });
});
