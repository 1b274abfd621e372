import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/**
 * Makes sure that only one demo uses a data folder: two would stop each other's database. A note left by a
 * process that was killed does not stand in the way. Fails with `demo-already-running`.
 */
export async function holdDataFolder(folder: string): Promise<Attempt<AsyncDisposable>> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'demo.pid');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return done({ [Symbol.asyncDispose]: () => rm(file, { force: true }) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number((await readFile(file, 'utf8')).trim());
    if (await runsHonnin(holder))
      return failed(reason('demo-already-running', `process ${holder}, ${folder}`));
    await rm(file, { force: true });
  }
  return failed(reason('demo-already-running', folder));
}

/** Whether that process lives and is one of ours; numbers are used again, so its command line is looked at. */
async function runsHonnin(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return /honnin|vitest/.test(await readFile(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return true;
  }
}
