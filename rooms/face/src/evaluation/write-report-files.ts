import { constants } from 'node:fs';
import { access, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
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
  await makeFolder(folder);
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

/**
 * Makes a folder and those above it, where they are not there yet. Rejects with the system's error.
 * (`mkdir` with `recursive` never comes back where a folder exists that takes no entries, such as /proc.)
 */
export async function makeFolder(folder: string): Promise<void> {
  const whole = path.resolve(folder);
  if (!(await isFolder(whole))) {
    const above = path.dirname(whole);
    if (above !== whole) await makeFolder(above);
    try {
      await mkdir(whole);
    } catch (error) {
      // Somebody else made it meanwhile.
      if (!(await isFolder(whole))) throw error;
    }
  }
  await access(whole, constants.W_OK | constants.X_OK);
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null))?.isDirectory() ?? false;
}
