import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readClipList } from './clip-list.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-clips-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('readClipList', () => {
  it('reads a CSV with paths from its own folder, whatever word says bona fide', async () => {
    const file = path.join(folder, 'clips.csv');
    await writeFile(file, 'kind,label,file\nprint,attack,a.jpg\n,Bona-Fide,sub/b\n,attack,c.mjpeg\n');
    expect(await readClipList(file)).toEqual({
      status: 'done',
      value: [
        { name: 'a.jpg', file: path.join(folder, 'a.jpg'), kind: 'print' },
        { name: 'sub/b', file: path.join(folder, 'sub/b'), kind: null },
        { name: 'c.mjpeg', file: path.join(folder, 'c.mjpeg'), kind: 'attack' },
      ],
    });
  });

  it('names the line of a label that is neither', async () => {
    const file = path.join(folder, 'clips.csv');
    await writeFile(file, 'file,label\na.jpg,attack\nb.jpg,perhaps\n');
    expect(await readClipList(file)).toMatchObject({
      status: 'failed',
      reason: { code: 'evaluation-list-malformed', detail: expect.stringContaining('line 3: "perhaps"') },
    });
  });

  it('reads a folder by kinds, where a clip is a file or a folder of frames', async () => {
    await mkdir(path.join(folder, 'bonafide', 'person-1'), { recursive: true });
    await mkdir(path.join(folder, 'attack', 'print'), { recursive: true });
    for (const name of ['bonafide/p.jpg', 'attack/print/1.jpg', 'attack/print/2.mjpeg', 'attack/other.jpg']) {
      await writeFile(path.join(folder, name), '');
    }
    const clips = await readClipList(folder);
    expect(clips.status === 'done' && clips.value.map(({ name, kind }) => [name, kind])).toEqual([
      ['bonafide/p.jpg', null],
      ['bonafide/person-1', null],
      ['attack/other.jpg', 'attack'],
      ['attack/print/1.jpg', 'print'],
      ['attack/print/2.mjpeg', 'print'],
    ]);
  });

  it('says so when there is no clip, or nothing at all', async () => {
    for (const source of [folder, path.join(folder, 'none')]) {
      expect(await readClipList(source)).toMatchObject({ reason: { code: 'evaluation-list-malformed' } });
    }
  });
});
