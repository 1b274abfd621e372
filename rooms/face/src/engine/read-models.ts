import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { explainFileError } from '../decoding/explain-file-error.ts';
import type { ModelEntry } from '../manifest/model-manifest.ts';

/**
 * Reads model files (an absolute path stands for itself) and holds each against its SHA-256. What was hashed is
 * what is handed out, so that a file cannot be exchanged between check and use. Fails with `model-missing` or `model-changed`.
 */
export async function readModels(
  directory: string,
  entries: readonly ModelEntry[],
): Promise<Attempt<readonly Uint8Array[]>> {
  const models: Uint8Array[] = [];
  for (const { file, sha256 } of entries) {
    const whole = resolve(directory, file);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(whole);
    } catch (error) {
      return failed(reason('model-missing', `${whole}: ${explainFileError(error)}`));
    }
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) return failed(reason('model-changed', `${file}: ${found}`));
    models.push(bytes);
  }
  return done(models);
}
