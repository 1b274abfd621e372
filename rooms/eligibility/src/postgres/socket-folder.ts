import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { SystemAccount } from './system-account.ts';

/** `sun_path` of unix(7) holds 108 bytes with the final zero; macOS holds 104. */
const longestPath = process.platform === 'darwin' ? 103 : 107;
const socketName = '.s.PGSQL.5432';

/** Whether a socket of PostgreSQL fits into this folder's path. */
export function socketFits(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) <= longestPath;
}

/**
 * A folder for the server's socket that only the server's account may enter (its mode is what guards the
 * database, which asks for no password). Beside the data where the path is short enough; else in the
 * temporary folder, under a name that follows from the data's path, so that it is found again. Fails with
 * `database-folder-unusable` when somebody else's folder has that name.
 */
export async function prepareSocketFolder(
  directory: string,
  account: SystemAccount | null,
): Promise<Attempt<string>> {
  const beside = join(directory, 'socket');
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const folder = socketFits(beside) ? beside : join(tmpdir(), `honnin-${name}`);
  if (!socketFits(folder)) return failed(reason('database-folder-unusable', `path too long: ${folder}`));
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      return failed(reason('database-folder-unusable', String(error)));
    }
  }
  const found = await lstat(folder);
  const owners = [process.getuid?.(), account?.uid];
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    return failed(reason('database-folder-unusable', `belongs to somebody else: ${folder}`));
  }
  await chmod(folder, 0o700);
  if (account !== null) await chown(folder, account.uid, account.gid);
  return done(folder);
}
