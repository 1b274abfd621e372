import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faceFileName, faceFileNamePattern } from './face-file-name.ts';
import { publishAtomically } from './publish-atomically.ts';
import { removeUnfinished } from './remove-unfinished.ts';

const name = 'OQSsiquc01res_face_a_20261124091530.xml';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'honnin-exchange-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('publishAtomically', () => {
  it('puts the whole file there and leaves nothing beside it', async () => {
    const published = await publishAtomically(folder, name, Buffer.from('whole'));
    expect(published.status).toBe('done');
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(join(folder, name), 'utf8')).toBe('whole');
  });

  it('never overwrites a file, not even when two publish the same name at once', async () => {
    const contents = Array.from({ length: 20 }, (_, index) => `content ${index}`);
    const attempts = await Promise.all(
      contents.map((content) => publishAtomically(folder, name, Buffer.from(content))),
    );
    const won = attempts.flatMap(({ status }, index) => (status === 'done' ? [contents[index]] : []));
    expect(won).toHaveLength(1);
    expect(await readFile(join(folder, name), 'utf8')).toBe(won[0]);
    expect(await readdir(folder)).toEqual([name]);
    expect(attempts.filter((attempt) => attempt.status === 'failed')).toSatisfy((failures: typeof attempts) =>
      failures.every((failure) => failure.status === 'failed' && failure.reason.code === 'file-name-taken'),
    );
  });

  it('never shows a watcher a part of a file', async () => {
    const large = Buffer.alloc(3_000_000, 'x');
    let publishing = true;
    const seen = new Set<number>();
    const watch = (async () => {
      while (publishing) {
        for (const entry of await readdir(folder)) {
          if (!faceFileNamePattern.test(entry)) continue;
          seen.add((await readFile(join(folder, entry))).length);
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    for (let counter = 0n; counter < 10n; counter += 1n) {
      const at = new Date('2026-11-24T00:15:30Z');
      await publishAtomically(folder, faceFileName({ institutionCode: '1319999991', counter, at }), large);
    }
    publishing = false;
    await watch;
    expect([...seen]).toEqual([large.length]);
    expect(await readdir(folder)).toHaveLength(10);
  });

  it('says when the folder is away', async () => {
    const published = await publishAtomically(join(folder, 'away'), name, Buffer.from(''));
    expect(published).toMatchObject({ status: 'failed', reason: { code: 'folder-missing' } });
  });

  it('does not leave the folder by a file name (path traversal)', async () => {
    await expect(publishAtomically(folder, '../x.xml', Buffer.from(''))).rejects.toThrow('plain');
  });
});

describe('removeUnfinished', () => {
  it('removes only hidden parts that nobody has been writing for a while', async () => {
    const now = new Date();
    await writeFile(join(folder, `.${name}.part`), 'half');
    await writeFile(join(folder, '.OQSfresh.xml.part'), 'being written');
    await writeFile(join(folder, name), 'whole');
    const old = new Date(now.getTime() - 120_000);
    await utimes(join(folder, `.${name}.part`), old, old);
    expect(await removeUnfinished(folder, now)).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['.OQSfresh.xml.part', name]);
  });
});
