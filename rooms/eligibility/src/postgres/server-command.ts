import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { accountCanReach } from './account-can-reach.ts';
import type { SystemAccount } from './system-account.ts';

const run = promisify(execFile);

/** A program to spawn, with what Node has to set itself. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly options: { readonly uid?: number; readonly gid?: number };
}

/**
 * How to run a program of PostgreSQL under its account, with the usual umask (PostgreSQL's own folders break
 * under 077). On Linux setpriv(1) also has the kernel tell the server to stop (SIGINT, fast shutdown) when
 * Honnin dies without a word, and lets it reach data under a folder that only root may enter, such as /root.
 */
export async function serverCommand(
  account: SystemAccount | null,
  program: string,
  ...rest: readonly string[]
): Promise<Command> {
  const withUmask = ['-c', 'umask 022; exec "$@"', 'sh', program, ...rest];
  if (!(await hasSetpriv())) {
    return {
      program: '/bin/sh',
      arguments: withUmask,
      options: account === null ? {} : { uid: account.uid, gid: account.gid },
    };
  }
  const privileges = ['--pdeathsig', 'INT'];
  if (account !== null) {
    privileges.push(`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups');
    if (!(await accountCanReach(account, program, ...rest))) {
      privileges.push('--inh-caps=+dac_override', '--ambient-caps=+dac_override');
    }
  }
  return { program: 'setpriv', arguments: [...privileges, '/bin/sh', ...withUmask], options: {} };
}

async function hasSetpriv(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return run('setpriv', ['--pdeathsig', 'INT', 'true']).then(
    () => true,
    () => false,
  );
}
