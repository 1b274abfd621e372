import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatherImages } from './gather-images.ts';
import { findMissingImages } from './missing-images.ts';
import type { ListedPair } from './pair-list.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'honnin-images-'));
  for (const file of [
    'p/1.jpg',
    'p/2.PNG',
    'q/deep/3.jp2',
    'q/notes.txt',
    '.hidden/4.jpg',
    'out/5.jpg',
    '6.jpg',
  ]) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), '');
  }
  // A link back up would never end; one to a picture or a person elsewhere counts.
  await symlink(root, path.join(root, 'p', 'loop'));
  await symlink(path.join(root, 'p', '1.jpg'), path.join(root, 'q', 'linked.jpg'));
  await symlink(path.join(root, 'q', 'nothing'), path.join(root, 'q', 'dangling.jpg'));
});
afterEach(() => rm(root, { recursive: true }));

const pair = (line: number, a: string, b: string): ListedPair => ({
  line,
  a,
  b,
  same: true,
  group: null,
  fold: null,
});

describe('gatherImages', () => {
  it('numbers each listed image once, however it is written', async () => {
    const { images, pairs } = await gatherImages(
      [pair(2, 'p/1.jpg', './p/2.PNG'), pair(3, path.join(root, 'p/1.jpg'), '/elsewhere/x.jpg')],
      root,
      false,
    );
    expect(images.map(({ name, lines }) => [name, lines])).toEqual([
      ['p/1.jpg', [2, 3]],
      ['p/2.PNG', [2]],
      ['/elsewhere/x.jpg', [3]],
    ]);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it('finds all pictures in folders below the root, through links but in no circle, without hidden ones and the report’s folder', async () => {
    const { images } = await gatherImages(
      [pair(2, 'p/2.PNG', 'p/1.jpg')],
      root,
      true,
      path.join(root, 'out'),
    );
    expect(images.map(({ name }) => name)).toEqual(['p/2.PNG', 'p/1.jpg', 'q/linked.jpg', 'q/deep/3.jp2']);
  });
});

describe('findMissingImages', () => {
  it('names listed images that are not there, by line', async () => {
    const { images } = await gatherImages(
      [pair(2, 'p/1.jpg', 'p/none.jpg'), pair(3, 'q/gone.jpg', 'p/2.PNG')],
      root,
      false,
    );
    expect((await findMissingImages(images)).map(({ name }) => name)).toEqual(['p/none.jpg', 'q/gone.jpg']);
  });
});
