import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, runStep } from './step.mjs';

/** Fetches the face models unless they are there for the manifest as it stands. */
export function fetchModelsWhenMissing(checkout, data) {
  const manifest = readFileSync(path.join(checkout, 'rooms/face/src/manifest/shipped-manifest.ts'));
  const now = createHash('sha256').update(manifest).digest('hex');
  const stamp = path.join(data, 'models', 'manifest.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const fetched = runStep(
    'fetching the face models (41 MB)',
    process.execPath,
    ['--import', 'tsx', 'setup/fetch-models.ts', path.join(data, 'models')],
    { cwd: checkout },
  );
  if (!fetched.ok) {
    giveUp(
      'The face models could not be fetched.',
      'check the network and that tar is installed, then run the same command again.',
      fetched.output,
    );
  }
  writeFileSync(stamp, now);
}
