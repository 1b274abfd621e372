import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what a power cut left of unfinished publications: hidden `.OQS….part` files older than `olderThanMs`.
 * Returns how many. A folder that cannot be read counts as empty, since the next publication will say so.
 */
export async function removeUnfinished(folder: string, now: Date, olderThanMs = 60_000): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names) {
    if (!/^\.OQS[A-Za-z0-9_.-]+\.part$/.test(name)) continue;
    const path = join(folder, name);
    const age = await stat(path).then(
      (file) => now.getTime() - file.mtimeMs,
      () => 0,
    );
    if (age < olderThanMs) continue;
    removed += await unlink(path).then(
      () => 1,
      () => 0,
    );
  }
  return removed;
}
