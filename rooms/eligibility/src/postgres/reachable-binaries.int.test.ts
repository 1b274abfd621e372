import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { reachableBinaries } from './reachable-binaries.ts';
import { databaseAccount } from './system-account.ts';

const run = promisify(execFile);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-closed-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('reachableBinaries', () => {
  it('lets the database’s account run programs that lie where only root may enter', async (context) => {
    if (process.getuid?.() !== 0) context.skip('only root has folders that the account may not enter');
    const installed = await findPostgresBinaries();
    const account = await databaseAccount();
    if (installed.status === 'failed' || account.status === 'failed' || account.value === null) {
      throw new Error('no PostgreSQL or no account for it');
    }
    await chmod(folder, 0o700);
    await cp(path.resolve(installed.value.postgres, '../..'), folder, {
      recursive: true,
      verbatimSymlinks: true,
    });
    const closed = { initdb: path.join(folder, 'bin/initdb'), postgres: path.join(folder, 'bin/postgres') };
    const { uid, gid } = account.value;
    await expect(run(closed.postgres, ['--version'], { uid, gid, cwd: '/' })).rejects.toThrow('EACCES');

    const reachable = await reachableBinaries(closed, account.value);
    if (reachable.status === 'failed') throw new Error(`${reachable.reason.code} ${reachable.reason.detail}`);
    const answer = await run(reachable.value.initdb, ['--version'], { uid, gid, cwd: '/' });
    expect(answer.stdout).toContain('PostgreSQL');
    await rm(path.resolve(reachable.value.postgres, '../..'), { recursive: true });
  });

  it('leaves programs alone that can be run where they are', async () => {
    const installed = await findPostgresBinaries();
    if (installed.status === 'failed') throw new Error(installed.reason.code);
    expect(await reachableBinaries(installed.value, null)).toEqual({
      status: 'done',
      value: installed.value,
    });
  });
});
