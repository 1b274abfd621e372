import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Log } from '../log.ts';
import { parsePostmasterFile } from './postmaster-file.ts';
import { lookAtProcess, processesInFolder } from './running-process.ts';

/** The Honnin process that started a server, as it noted itself beside the data. */
const ServerOwner = Type.Object({ pid: Type.Integer(), startedAt: Type.String() });

const checkOwner = Compile(ServerOwner);

/**
 * Makes sure that nothing runs on a data folder before a server is started there. A server whose Honnin was
 * killed is told to stop and waited for. A lock file is removed only when the process it names is certainly
 * not a server of this folder and no process works in the folder. Fails with `database-in-use` when a living
 * Honnin owns the server, and `database-orphan-stays` when it cannot be stopped.
 */
export async function settleFormerServer(options: {
  readonly dataFolder: string;
  readonly ownerFile: string;
  readonly log: Log;
  readonly patienceMs?: number;
}): Promise<Attempt<'nothing-ran' | 'stopped'>> {
  const { dataFolder, ownerFile, log, patienceMs = 15_000 } = options;
  const lockFile = join(dataFolder, 'postmaster.pid');
  const text = await readFile(lockFile, 'utf8').catch(() => null);
  const noted = text === null ? null : parsePostmasterFile(text);
  const server = noted === null ? null : await lookAtProcess(noted.pid);
  const isOurs = server !== null && servesFolder(server.command, dataFolder);
  if (noted !== null && isOurs) {
    const owner = await livingOwner(ownerFile);
    if (owner !== null) return failed(reason('database-in-use', `by process ${owner}`));
    log.warn({ pid: noted.pid }, 'a database server was left over; stopping it');
    if (!(await stopProcess(noted.pid, patienceMs))) {
      return failed(reason('database-orphan-stays', `process ${noted.pid}`));
    }
  }
  if (!(await folderIsQuiet(dataFolder, patienceMs))) {
    return failed(reason('database-orphan-stays', `a process works in ${dataFolder}`));
  }
  // The number of a server that died without cleaning up may belong to another program by now, and
  // PostgreSQL would then take that program for the server.
  if (text !== null) await rm(lockFile, { force: true });
  return done(isOurs ? 'stopped' : 'nothing-ran');
}

/** Whether a command line is a server's of exactly this folder, and not of one whose name begins the same. */
function servesFolder(command: string, dataFolder: string): boolean {
  return `${command} `.includes(` -D ${dataFolder} `);
}

/** The number of the owner when it is another living process. */
async function livingOwner(ownerFile: string): Promise<number | null> {
  const text = await readFile(ownerFile, 'utf8').catch(() => null);
  if (text === null) return null;
  let owner: unknown;
  try {
    owner = JSON.parse(text);
  } catch {
    return null;
  }
  if (!checkOwner.Check(owner)) return null;
  const living = await lookAtProcess(owner.pid);
  return living !== null && living.startedAt === owner.startedAt ? owner.pid : null;
}

/** Fast shutdown (SIGINT), then immediate shutdown (SIGQUIT); never SIGKILL, which leaves backends behind. */
async function stopProcess(pid: number, patienceMs: number): Promise<boolean> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return (await lookAtProcess(pid)) === null;
    }
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      if ((await lookAtProcess(pid)) === null) return true;
      await sleep(50);
    }
  }
  return false;
}

async function folderIsQuiet(folder: string, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while ((await processesInFolder(folder)).length > 0) {
    if (performance.now() > until) return false;
    await sleep(100);
  }
  return true;
}
