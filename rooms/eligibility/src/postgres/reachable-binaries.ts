import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { accountCanReach } from './account-can-reach.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { SystemAccount } from './system-account.ts';

const run = promisify(execFile);

/** Where a copy is kept that every account can reach. */
const sharedFolder = '/var/cache/honnin';

/**
 * The same programs at a place where the database's account can run them. A checkout under a folder that only
 * root may enter, such as /root, is not such a place: initdb asks access(2) about its own file, and that
 * question is answered without the capabilities that open the way to the data. There the programs are copied
 * once (61 MB). Fails with `database-folder-unusable`.
 */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  account: SystemAccount | null,
): Promise<Attempt<PostgresBinaries>> {
  if (account === null || (await accountCanReach(account, binaries.initdb, binaries.postgres))) {
    return done(binaries);
  }
  try {
    const { size, mtimeMs } = await stat(binaries.postgres);
    const mark = createHash('sha256')
      .update(`${binaries.postgres} ${size} ${mtimeMs}`)
      .digest('hex')
      .slice(0, 16);
    const copy = join(sharedFolder, `postgresql-${mark}`);
    const inCopy: PostgresBinaries = {
      initdb: join(copy, 'bin', 'initdb'),
      postgres: join(copy, 'bin', 'postgres'),
    };
    if (await accountCanReach(account, inCopy.initdb, inCopy.postgres)) return done(inCopy);
    const draft = `${copy}.${process.pid}.draft`;
    await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
    await cp(dirname(dirname(binaries.postgres)), draft, { recursive: true, verbatimSymlinks: true });
    // Copied modes come from whoever installed the packages, perhaps under a narrow umask.
    await run('chmod', ['-R', 'a+rX', draft]);
    await rm(copy, { recursive: true, force: true });
    await rename(draft, copy);
    if (await accountCanReach(account, inCopy.initdb, inCopy.postgres)) return done(inCopy);
    return failed(reason('database-folder-unusable', `${copy} cannot be reached by the database's account`));
  } catch (error) {
    return failed(reason('database-folder-unusable', String(error)));
  }
}
