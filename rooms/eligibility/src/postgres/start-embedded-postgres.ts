import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import pg from 'pg';
import type { Log } from '../log.ts';
import { childEnd } from './child-end.ts';
import { createCluster } from './create-cluster.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import type { PostgresServer } from './postgres-server.ts';
import { reachableBinaries } from './reachable-binaries.ts';
import { lookAtProcess } from './running-process.ts';
import { serverCommand } from './server-command.ts';
import { settleFormerServer } from './settle-former-server.ts';
import { prepareSocketFolder } from './socket-folder.ts';
import { databaseAccount } from './system-account.ts';

const majorVersion = '18';

/**
 * Starts the PostgreSQL that comes with Honnin on a folder that is Honnin's alone (made when missing), on a
 * Unix socket only. It runs in its own process group, so that Ctrl-C ends it in order and not in the middle
 * of a commit. Expected failures: the `database-…` codes of the failure table.
 */
export async function startEmbeddedPostgres(options: {
  readonly directory: string;
  readonly log: Log;
  /** How long the server may take to accept connections (recovery after a power cut takes longest). */
  readonly startMs?: number;
}): Promise<Attempt<PostgresServer>> {
  const { log, startMs = 60_000 } = options;
  const installed = await findPostgresBinaries();
  if (installed.status === 'failed') return installed;
  const account = await databaseAccount();
  if (account.status === 'failed') return account;
  const binaries = await reachableBinaries(installed.value, account.value);
  if (binaries.status === 'failed') return binaries;
  const folder = await prepareFolder(options.directory, account.value !== null);
  if (folder.status === 'failed') return folder;
  const directory = folder.value;
  const dataFolder = join(directory, 'data');
  const ownerFile = join(directory, 'owner.json');
  const former = await settleFormerServer({ dataFolder, ownerFile, log });
  if (former.status === 'failed') return former;
  const cluster = await createCluster({
    binaries: binaries.value,
    account: account.value,
    dataFolder,
    majorVersion,
  });
  if (cluster.status === 'failed') return cluster;
  const socketFolder = await prepareSocketFolder(directory, account.value);
  if (socketFolder.status === 'failed') return socketFolder;
  await noteOwner(ownerFile);

  const command = await serverCommand(
    account.value,
    binaries.value.postgres,
    '-D',
    dataFolder,
    '-k',
    socketFolder.value,
    ...settings.flatMap((setting) => ['-c', setting]),
  );
  const child = spawn(command.program, command.arguments, {
    ...command.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const supervised = supervise(child, log);
  const ready = await waitUntilReady(socketFolder.value, supervised, startMs);
  if (ready.status === 'failed') {
    await supervised.stop();
    return ready;
  }
  const openDatabase = (name: string) => makeDatabase(socketFolder.value, name);
  const database = await openDatabase('honnin');
  if (database.status === 'failed') {
    await supervised.stop();
    return database;
  }
  log.info({ pid: child.pid, cluster: cluster.value }, 'database server started');
  return done({
    connectionString: database.value,
    openDatabase,
    ended: supervised.ended,
    async [Symbol.asyncDispose]() {
      await supervised.stop();
      // A server that had ended by itself may have a successor, whose files these are now.
      if ((await supervised.ended) !== null) return;
      await rm(ownerFile, { force: true });
      await rm(socketFolder.value, { recursive: true, force: true });
    },
  });
}

const settings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'port=5432',
  'max_connections=60',
  'timezone=UTC',
  'log_timezone=UTC',
  'lc_messages=C',
  'log_min_messages=warning',
];

/** Makes the folder; its true path, so that a server is known again whatever name led to it. */
async function prepareFolder(name: string, forOtherAccount: boolean): Promise<Attempt<string>> {
  try {
    await mkdir(name, { recursive: true });
    if (forOtherAccount) await chmod(name, 0o755);
    return done(await realpath(name));
  } catch (error) {
    return failed(reason('database-folder-unusable', String(error)));
  }
}

async function noteOwner(ownerFile: string): Promise<void> {
  const self = await lookAtProcess(process.pid);
  await writeFile(ownerFile, JSON.stringify({ pid: process.pid, startedAt: self?.startedAt ?? '' }));
}

interface Supervised {
  readonly ended: Promise<Reason | null>;
  /** Ends it and waits; answers within the sum of its patience whatever the server does. */
  stop(): Promise<void>;
  lastLines(): string;
}

/** Fast shutdown, then immediate shutdown, then the kernel's way; each with its patience. */
const stopSteps = [
  { signal: 'SIGINT', patienceMs: 15_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
] as const;

function supervise(child: ChildProcess, log: Log): Supervised {
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter((one) => one !== '')) {
      lines.push(line);
      if (lines.length > 20) lines.shift();
      log.debug({ line }, 'database server');
    }
  });
  let stopping = false;
  const ended = childEnd(child).then((end) => {
    if (stopping) return null;
    const cause = reason('database-ended', String(end));
    log.error({ cause, lastLines: lines }, 'the database server ended by itself');
    return cause;
  });
  return {
    ended,
    lastLines: () => lines.slice(-3).join(' | '),
    async stop() {
      stopping = true;
      for (const { signal, patienceMs } of stopSteps) {
        if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
        child.kill(signal);
        const patience = new AbortController();
        await Promise.race([ended, sleep(patienceMs, null, { signal: patience.signal }).catch(() => null)]);
        patience.abort();
      }
    },
  };
}

function clientFor(socketFolder: string, database: string): pg.Client {
  return new pg.Client({
    host: socketFolder,
    port: 5432,
    user: 'honnin',
    database,
    connectionTimeoutMillis: 5000,
  });
}

async function waitUntilReady(
  socketFolder: string,
  server: Supervised,
  startMs: number,
): Promise<Attempt<undefined>> {
  const until = performance.now() + startMs;
  let over: Reason | null = null;
  server.ended.then((cause) => {
    over = cause;
  });
  let problem = '';
  while (over === null && performance.now() < until) {
    const client = clientFor(socketFolder, 'postgres');
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return done(undefined);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      await client.end().catch(() => undefined);
      await sleep(20);
    }
  }
  return failed(reason('database-did-not-start', `${problem} | ${server.lastLines()}`));
}

async function makeDatabase(socketFolder: string, name: string): Promise<Attempt<string>> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`not a database name: ${name}`);
  const client = clientFor(socketFolder, 'postgres');
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } catch (error) {
    return failed(reason('database-did-not-start', String(error)));
  } finally {
    await client.end().catch(() => undefined);
  }
  return done(`postgresql://honnin@/${name}?host=${encodeURIComponent(socketFolder)}&port=5432`);
}
