import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SystemAccount } from './system-account.ts';

const run = promisify(execFile);

/** Whether the account can enter every folder that is named, without the privileges of whoever asks. */
export async function accountCanReach(account: SystemAccount, ...paths: readonly string[]): Promise<boolean> {
  const absolute = paths.filter((path) => path.startsWith('/'));
  return run('/bin/sh', ['-c', 'for p; do test -r "$p" || exit 1; done', 'sh', ...absolute], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
  }).then(
    () => true,
    () => false,
  );
}
