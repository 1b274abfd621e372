import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, runStep } from './step.mjs';

const screens = ['kiosk', 'console', 'wallet'];
/** Rooms whose source ends up in the screens' bundles. */
const sources = [
  'appearance',
  'kiosk',
  'console',
  'wallet',
  'terminal',
  'reception',
  'insurance',
  'identification',
  'outcome',
  'face',
];

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (/^(cache|compiled|dist|node_modules)$|^\./.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (!/\.(test|e2e)\.tsx?$|^\.|README\.md$/.test(entry.name)) yield file;
  }
}

/** Builds the screens when a source or the lock file changed since they were last built. */
export function buildScreensWhenChanged(checkout, data) {
  const stamp = path.join(data, 'screens.sha256');
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(checkout, 'package-lock.json')));
  for (const room of sources) {
    for (const file of filesBelow(path.join(checkout, 'rooms', room))) {
      hash.update(path.relative(checkout, file));
      hash.update(readFileSync(file));
    }
  }
  const now = hash.digest('hex');
  const built = screens.every((room) => {
    const page = path.join(checkout, 'rooms', room, 'dist/index.html');
    return existsSync(page) && statSync(page).size > 0;
  });
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const result = runStep(
    'building the screens',
    process.execPath,
    ['--import', 'tsx', 'setup/build-screens.ts'],
    { cwd: checkout },
  );
  if (!result.ok)
    giveUp(
      'The screens could not be built.',
      'report this to the project, with the text above.',
      result.output,
    );
  mkdirSync(data, { recursive: true });
  writeFileSync(stamp, now);
}
