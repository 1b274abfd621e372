import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

const pinned = fileURLToPath(new URL('../../peers/', import.meta.url));

/** Where a peer is, or would be, below Honnin's data folder. */
export const peerFolder = (data: string, kind: string): string => path.join(data, 'peers', kind);

/** Whether the peer is installed as its lock file says. */
export function isPeerInstalled(data: string, kind: string): boolean {
  const stamp = path.join(peerFolder(data, kind), 'lock.sha256');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(kind);
}

/**
 * Installs a peer into the data folder from its lock file (versions and hashes) unless it is there. No script
 * of a package is run. Fails with `peer-not-installed` and npm's own words.
 */
export function installPeer(data: string, kind: string): Attempt<string> {
  const folder = peerFolder(data, kind);
  if (isPeerInstalled(data, kind)) return done(folder);
  mkdirSync(folder, { recursive: true });
  const stamp = path.join(folder, 'lock.sha256');
  rmSync(stamp, { force: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(pinned, kind, name), path.join(folder, name));
  }
  const onWindows = process.platform === 'win32';
  const { status, stderr, error } = spawnSync(
    onWindows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], shell: onWindows },
  );
  if (status !== 0) {
    return failed(reason('peer-not-installed', `npm ci for ${kind}: ${(stderr || String(error)).trim()}`));
  }
  writeFileSync(stamp, lockHash(kind));
  return done(folder);
}

const lockHash = (kind: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(pinned, kind, 'package-lock.json')))
    .digest('hex');
