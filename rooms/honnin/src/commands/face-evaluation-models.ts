import { loadManifest, type ModelManifest, shippedManifest } from '@honnin/face';
import { putInRecogniser } from '@honnin/face/evaluation';
import { type Attempt, done } from '@honnin/outcome';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';

/** The models to measure: shipped or of `--manifest`, and with `--recogniser` in place of theirs. */
export async function chooseModels(options: FaceEvaluateOptions): Promise<Attempt<ModelManifest>> {
  const manifest =
    options.manifest === undefined ? done(shippedManifest) : await loadManifest(options.manifest);
  if (manifest.status === 'failed' || options.recogniser === undefined) return manifest;
  const { recogniserName, recogniserLicence, recogniserSource } = options;
  return putInRecogniser(manifest.value, {
    file: options.recogniser,
    ...options.recogniserInput,
    ...(recogniserName === undefined ? {} : { name: recogniserName }),
    ...(recogniserLicence === undefined ? {} : { licence: recogniserLicence }),
    ...(recogniserSource === undefined ? {} : { source: recogniserSource }),
  });
}
