import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildScreensWhenChanged } from './build-screens-when-changed.mjs';
import { fetchModelsWhenMissing } from './fetch-models-when-missing.mjs';
import { installPackages } from './install-packages.mjs';
import { giveUp } from './step.mjs';

export const checkout = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Where Honnin keeps what it makes: models, the demo's database, cards. `HONNIN_DATA`, or `.honnin` in the checkout. */
export function dataFolder(args = []) {
  const at = args.indexOf('--data');
  const given = at >= 0 ? args[at + 1] : process.env.HONNIN_DATA;
  return path.resolve(given ?? path.join(checkout, '.honnin'));
}

/** Brings a fresh checkout to where it can run; every step is skipped when there is nothing to do. */
export function prepare(data) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(`Node.js ${process.versions.node} is too old.`, 'install Node.js 20.19 or newer.');
  }
  mkdirSync(data, { recursive: true });
  // What belongs to the checkout (packages, screens) is stamped there, wherever the data go.
  const own = path.join(checkout, '.honnin');
  mkdirSync(own, { recursive: true });
  installPackages(checkout, own);
  fetchModelsWhenMissing(checkout, data);
  buildScreensWhenChanged(checkout, own);
}
