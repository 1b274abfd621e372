import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes the files of a report all or none: first under temporary names, then renamed one after the other. What
 * stops in between leaves no half file. Rejects with the system's error where the folder cannot be written.
 */
export async function writeReportFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = Object.keys(files);
  const temporary = (name: string) => path.join(folder, `.${name}.${process.pid}.part`);
  try {
    for (const name of names) {
      signal?.throwIfAborted();
      await writeFile(temporary(name), files[name] ?? '');
    }
    signal?.throwIfAborted();
    for (const name of names) await rename(temporary(name), path.join(folder, name));
  } finally {
    for (const name of names) await rm(temporary(name), { force: true });
  }
}
