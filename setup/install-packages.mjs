import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, runStep } from './step.mjs';

/**
 * Installs the npm packages when the lock file has changed since the last time, or when an interrupted
 * installation left `node_modules` half made (npm writes `.package-lock.json` last).
 */
export function installPackages(checkout, data) {
  const stamp = path.join(data, 'packages.sha256');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(checkout, 'package-lock.json')))
    .digest('hex');
  const whole = existsSync(path.join(checkout, 'node_modules/.package-lock.json'));
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = runStep('installing packages', npm, ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: checkout,
    // `npm start --silent` must not silence what npm has to say when it fails.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip', npm_config_loglevel: 'error' },
    shell: process.platform === 'win32',
  });
  if (!result.ok) {
    giveUp(
      'The npm packages could not be installed.',
      'check the network and free disk space (about 1 GB), then run the same command again.',
      result.output,
    );
  }
  mkdirSync(data, { recursive: true });
  writeFileSync(stamp, lock);
}
