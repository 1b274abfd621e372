import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../test/silent-log.ts';
import { parsePostmasterFile } from './postmaster-file.ts';
import { lookAtProcess, processesInFolder } from './running-process.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

let root = '';
let shared = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'honnin-pg-test-'));
  await chmod(root, 0o755);
  shared = join(root, 'shared');
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function start(directory: string) {
  const started = await startEmbeddedPostgres({ directory, log: silentLog });
  if (started.status === 'failed') throw new Error(`${started.reason.code}: ${started.reason.detail}`);
  return started.value;
}

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverOf(directory: string): Promise<number> {
  const file = parsePostmasterFile(await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8'));
  if (file === null) throw new Error('no lock file');
  return file.pid;
}

/** A process of its own that starts a server and says so; `fashion` is how it ends after that. */
async function startElsewhere(directory: string) {
  const program = fileURLToPath(new URL('../../test/start-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (line === 'started') break;
  return child;
}

describe('startEmbeddedPostgres', () => {
  it('starts a Japanese UTF-8 cluster with checksums on a Unix socket only, and leaves nothing running', async () => {
    const server = await start(shared);
    const [settings] = await ask(
      server.connectionString,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
        current_setting('listen_addresses') AS addresses, datlocale AS locale
        FROM pg_database WHERE datname = 'honnin'`,
    );
    expect(settings).toEqual({ encoding: 'UTF8', checksums: 'on', addresses: '', locale: 'ja-JP' });
    const other = await server.openDatabase('reception');
    expect(other.status === 'done' && (await ask(other.value, 'SELECT current_database() AS name'))).toEqual([
      { name: 'reception' },
    ]);
    await server[Symbol.asyncDispose]();
    expect(await processesInFolder(join(shared, 'data'))).toEqual([]);
    expect(await server.ended).toBeNull();
    expect(await readdir(shared)).toEqual(['data']);
  });

  it('starts again after kill -9 of the process that had started it, with everything committed still there', async () => {
    const child = await startElsewhere(shared);
    const folder = join(shared, 'socket');
    await ask(
      `postgresql://honnin@/honnin?host=${encodeURIComponent(folder)}`,
      'CREATE TABLE kept AS SELECT 1 AS n',
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    await using server = await start(shared);
    expect(await ask(server.connectionString, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('stops a server that outlived its Honnin, and takes its place', async () => {
    const server = await start(shared);
    const orphan = await serverOf(shared);
    // As if the owner had died: its number now belongs to another process, started at another time.
    await writeFile(join(shared, 'owner.json'), JSON.stringify({ pid: process.pid, startedAt: 'before' }));
    await using next = await start(shared);
    expect(await lookAtProcess(orphan)).toBeNull();
    expect(await ask(next.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await server.ended)?.code).toBe('database-ended');
  });

  it('refuses a folder that another living Honnin uses, and leaves its server alone', async () => {
    await using server = await start(shared);
    const second = await startEmbeddedPostgres({ directory: shared, log: silentLog });
    expect(second).toMatchObject({ status: 'failed', reason: { code: 'database-in-use' } });
    expect(await ask(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('knows a running server by whatever name its folder is called', async () => {
    await using server = await start(shared);
    const alias = join(root, 'alias');
    await symlink(shared, alias);
    expect(await startEmbeddedPostgres({ directory: alias, log: silentLog })).toMatchObject({
      reason: { code: 'database-in-use' },
    });
    expect(await ask(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts after a power cut whose server number belongs to another program by now', async () => {
    await start(shared).then((server) => server[Symbol.asyncDispose]());
    const file = `${process.pid}\n${join(shared, 'data')}\n1700000000\n5432\n${shared}\n\n`;
    await writeFile(join(shared, 'data', 'postmaster.pid'), file);
    await using server = await start(shared);
    expect(await ask(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts again after kill -9 of the database server itself', async () => {
    const server = await start(shared);
    process.kill(await serverOf(shared), 'SIGKILL');
    expect((await server.ended)?.code).toBe('database-ended');
    await using next = await start(shared);
    expect(await ask(next.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server[Symbol.asyncDispose]();
  });

  it('keeps its socket in a short folder when the data lie too deep for one', async () => {
    const deep = join(root, 'x'.repeat(60), 'y'.repeat(60));
    const server = await start(deep);
    const folder = new URL(server.connectionString.replace('@/', '@x/')).searchParams.get('host') ?? '';
    expect(folder.startsWith(tmpdir())).toBe(true);
    expect(await ask(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server[Symbol.asyncDispose]();
    await expect(access(folder)).rejects.toThrow();
  });

  it('starts under a folder that only root may enter', async (ctx) => {
    if (process.getuid?.() !== 0) ctx.skip('only root has this difficulty');
    const closed = join(root, 'closed');
    await using server = await start(join(closed, 'data'));
    await chmod(closed, 0o700);
    await server[Symbol.asyncDispose]();
    await using again = await start(join(closed, 'data'));
    expect(await ask(again.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says which version a cluster of another version is of, and does not touch it', async () => {
    const old = join(root, 'old');
    await start(old).then((server) => server[Symbol.asyncDispose]());
    await writeFile(join(old, 'data', 'PG_VERSION'), '17\n');
    expect(await startEmbeddedPostgres({ directory: old, log: silentLog })).toMatchObject({
      status: 'failed',
      reason: { code: 'database-of-another-version', detail: 'cluster 17, program 18' },
    });
  });

  it('does not stop at a half-made cluster of an interrupted first run', async () => {
    const torn = join(root, 'torn');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('../../test/start-server.ts', import.meta.url)), torn],
      { stdio: 'ignore' },
    );
    while (
      !(await access(join(torn, 'data.draft')).then(
        () => true,
        () => false,
      ))
    )
      await sleep(10);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await using server = await start(torn);
    expect(await ask(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
