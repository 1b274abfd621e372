import { spawn } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { childEnd } from './child-end.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { serverCommand } from './server-command.ts';
import type { SystemAccount } from './system-account.ts';

/**
 * Makes an empty database cluster unless there is one. It is made beside its place and moved there when it
 * is whole, so that an interrupted run leaves nothing that looks like a cluster. Fails with
 * `database-not-created`, or `database-of-another-version` for a cluster of another major version.
 */
export async function createCluster(options: {
  readonly binaries: PostgresBinaries;
  readonly account: SystemAccount | null;
  readonly dataFolder: string;
  readonly majorVersion: string;
}): Promise<Attempt<'made' | 'found'>> {
  const { binaries, account, dataFolder, majorVersion } = options;
  const version = await readFile(`${dataFolder}/PG_VERSION`, 'utf8').catch(() => null);
  if (version !== null) {
    if (version.trim() === majorVersion) return done('found');
    return failed(
      reason('database-of-another-version', `cluster ${version.trim()}, program ${majorVersion}`),
    );
  }
  const draft = `${dataFolder}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (account !== null) await chown(draft, account.uid, account.gid);
  const command = await serverCommand(
    account,
    binaries.initdb,
    '--pgdata',
    draft,
    '--username=honnin',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=ja-JP',
    '--data-checksums',
    '--auth-local=trust',
    '--auth-host=reject',
  );
  const child = spawn(command.program, command.arguments, {
    ...command.options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => output.push(text));
  const code = await childEnd(child);
  if (code !== 0) {
    const detail = output.join('').trim().split('\n').slice(-3).join(' | ');
    return failed(reason('database-not-created', `initdb ${code}: ${detail}`));
  }
  await rename(draft, dataFolder);
  return done('made');
}
