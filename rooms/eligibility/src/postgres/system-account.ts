import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

const run = promisify(execFile);

/** A user of the operating system. */
export interface SystemAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that the database server runs under. PostgreSQL refuses to run as root; then it is the system
 * user `postgres`, made when it is missing. For everybody else it is `null`: the caller's own account. Fails
 * with `database-account-missing`.
 */
export async function databaseAccount(): Promise<Attempt<SystemAccount | null>> {
  if (process.getuid?.() !== 0) return done(null);
  const known = await lookUp();
  if (known !== null) return done(known);
  const errors: string[] = [];
  for (const [program, arguments_] of waysToMakeIt) {
    try {
      await run(program, [...arguments_]);
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error));
    }
    const made = await lookUp();
    if (made !== null) return done(made);
  }
  return failed(reason('database-account-missing', errors.join('; ')));
}

/** shadow-utils (Debian, Fedora), then BusyBox (Alpine). */
const waysToMakeIt = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
  ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres']],
] as const;

async function lookUp(): Promise<SystemAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) };
  } catch {
    return null;
  }
}
