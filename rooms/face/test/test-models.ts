import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedManifest } from '../src/index.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the models are, by HONNIN_DATA or in the checkout. */
export const modelsDirectory = join(process.env['HONNIN_DATA'] ?? join(checkout, '.honnin'), 'models');
/** The rendered people. */
export const peopleDirectory = join(checkout, 'personas', 'people');

/** A sentence when the models are not here; null when they are. */
export function missingModels(): string | null {
  const { detector, landmarks, recogniser, liveness, eyes } = shippedManifest;
  const missing = [detector, landmarks, recogniser, liveness, eyes].filter(
    ({ file }) => !existsSync(join(modelsDirectory, file)),
  );
  return missing.length === 0 ? null : `face models are not in the data folder: ${missing[0]?.file}`;
}

/** Rendered people whose chip photo and head turns exist. */
export function renderedPeople(): readonly string[] {
  if (!existsSync(peopleDirectory)) return [];
  return readdirSync(peopleDirectory).filter((id) =>
    ['chip.jp2', 'live/frontal.jpg', 'live/yaw-m30.jpg', 'live/yaw-p30.jpg'].every((file) =>
      existsSync(join(peopleDirectory, id, file)),
    ),
  );
}
