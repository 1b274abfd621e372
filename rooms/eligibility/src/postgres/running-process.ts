import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process as the operating system shows it now. */
export interface RunningProcess {
  readonly command: string;
  /** Stays the same for one process and differs when its number is used again. */
  readonly startedAt: string;
}

/** Looks at a process; `null` when there is none, or only what is left of one that nobody has waited for. */
export async function lookAtProcess(pid: number): Promise<RunningProcess | null> {
  if (process.platform === 'linux') return lookInProc(pid);
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=,stat=,command=', '-p', String(pid)]);
    const fields = /^\s*(.{24})\s+(\S+)\s+(.*)$/m.exec(stdout);
    if (fields === null || fields[2]?.startsWith('Z')) return null;
    return { command: fields[3] ?? '', startedAt: fields[1] ?? '' };
  } catch {
    return null;
  }
}

async function lookInProc(pid: number): Promise<RunningProcess | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name in parentheses may hold anything; state is the 3rd field, start time the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    return { command, startedAt: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/**
 * The processes whose working folder is this one: a database server and its backends, which may outlive the
 * server. Only Linux tells; elsewhere the list is empty.
 */
export async function processesInFolder(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^[0-9]+$/.test(name)).map(Number);
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  return pids.filter((_, index) => folders[index] === folder);
}
