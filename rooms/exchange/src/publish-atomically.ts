import { access, open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/**
 * Puts a whole file into a watched folder, or nothing. The bytes go to a hidden name in the same folder (so
 * in the same file system, outside the names that are watched), are flushed, and are renamed; the folder is
 * flushed too. A name that is taken is never overwritten.
 *
 * The hidden name follows from the file name and is made exclusively, so two publishers of one name cannot
 * both come to the rename.
 *
 * Fails with `file-name-taken`, `folder-missing` or `folder-not-writable`.
 */
export async function publishAtomically(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<Attempt<{ path: string }>> {
  if (!/^[A-Za-z0-9_.-]+$/.test(fileName) || fileName.startsWith('.')) {
    throw new Error('not a plain file name');
  }
  const path = join(folder, fileName);
  const hidden = join(folder, `.${fileName}.part`);
  const written = await writeHidden(hidden, bytes);
  if (written.status === 'failed') return written;
  try {
    if (await exists(path)) {
      await unlink(hidden);
      return failed(reason('file-name-taken'));
    }
    await rename(hidden, path);
    await flushFolder(folder);
    return done({ path });
  } catch (error) {
    await unlink(hidden).catch(() => undefined);
    return failed(reason('folder-not-writable', codeOf(error)));
  }
}

async function writeHidden(hidden: string, bytes: Uint8Array): Promise<Attempt<true>> {
  try {
    const file = await open(hidden, 'wx', 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return done(true);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return failed(reason('file-name-taken', 'being written'));
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed(reason('folder-missing', code));
    await unlink(hidden).catch(() => undefined);
    return failed(reason('folder-not-writable', code));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * The rename itself should survive a power cut. Windows and some network shares cannot flush a folder; by
 * then the file is there, and saying that it is not would make two of one.
 */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
