import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPairs } from './picture-pairs.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pairs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function csv(text: string): Promise<string> {
  const file = path.join(folder, 'pairs.csv');
  await writeFile(file, text);
  return file;
}

describe('readPairs', () => {
  it('takes pairs of both kinds in turn until the limit of pictures is reached', async () => {
    const file = await csv('a,b,same,fold\nA/1,A/2,1,0\nB/1,B/2,1,0\nC/1,C/2,1,0\nA/1,B/1,0,0\n');
    const { pictures, pairs } = await readPairs(file, folder, 4);
    expect(pictures.map(({ person }) => person)).toEqual(['A', 'A', 'B', 'B']);
    expect(pairs.map(({ same }) => same)).toEqual([true, false, true]);
    expect((await readPairs(file, folder)).pairs).toHaveLength(4);
  });

  it('reads a file that a spreadsheet wrote, and names the row that it cannot use', async () => {
    const file = await csv('\uFEFFa,b,same\r\n"A/1, left.jpg",A/2,1\r\n');
    expect((await readPairs(file, folder)).pictures[0]?.file).toBe(path.join(folder, 'A/1, left.jpg'));
    await expect(readPairs(await csv('a,b,same\nA/1,A/2,yes\n'), folder)).rejects.toThrow('row 2');
  });
});
