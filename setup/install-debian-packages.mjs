import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runStep } from './step.mjs';

/** What the tests use as the real thing and as second opinions. */
const wanted = ['chromium', 'pcscd', 'vsmartcard-vpcd', 'opensc', 'opensc-pkcs11', 'util-linux'];

const quiet = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const isInstalled = (name) => {
  const asked = spawnSync('dpkg', ['--status', name], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.includes('Status: install ok installed');
};

/**
 * Installs the Debian packages that the tests want, where it may (root, or sudo without a password).
 * Where it may not, it says so, and the tests that need them are skipped with their reason.
 */
export function installDebianPackages() {
  if (!existsSync('/usr/bin/apt-get')) return;
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !quiet('sudo', ['-n', 'true'])) {
    process.stdout.write(
      `  not installed: ${missing.join(' ')}\n  for every test: sudo apt-get install ${missing.join(' ')}\n`,
    );
    return;
  }
  const apt = (args) => (isRoot ? ['apt-get', args] : ['sudo', ['-n', 'apt-get', ...args]]);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [label, args] of [
    ['reading the list of Debian packages', ['update', '-qq']],
    [`installing ${missing.join(' ')}`, ['install', '-y', '-qq', '--no-install-recommends', ...missing]],
  ]) {
    const [command, commandArgs] = apt(args);
    const result = runStep(label, command, commandArgs, { env });
    if (!result.ok) process.stdout.write(`${result.output}\n`);
  }
}
