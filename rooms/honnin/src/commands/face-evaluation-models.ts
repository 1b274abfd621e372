import { readFile } from 'node:fs/promises';
import { ModelManifest, shippedManifest } from '@honnin/face';
import { type OperatorModels, placeRecogniser } from '@honnin/face/evaluation';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Value } from 'typebox/value';
import { modelsFolder } from './face-engine.ts';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';

/** The models to measure: shipped, of `--manifest`, and with `--recogniser` in place of theirs. */
export async function chooseModels(options: FaceEvaluateOptions): Promise<Attempt<OperatorModels>> {
  const modelsDirectory = modelsFolder(options.data);
  const manifest =
    options.manifest === undefined ? done(shippedManifest) : await readManifest(options.manifest);
  if (manifest.status === 'failed') return manifest;
  if (options.recogniser !== undefined) {
    const { recogniserName, recogniserLicence, recogniserSource } = options;
    return placeRecogniser(modelsDirectory, manifest.value, {
      file: options.recogniser,
      ...options.recogniserInput,
      ...(recogniserName === undefined ? {} : { name: recogniserName }),
      ...(recogniserLicence === undefined ? {} : { licence: recogniserLicence }),
      ...(recogniserSource === undefined ? {} : { source: recogniserSource }),
    });
  }
  return done({ modelsDirectory, manifest: manifest.value, [Symbol.asyncDispose]: async () => undefined });
}

async function readManifest(file: string): Promise<Attempt<ModelManifest>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (Value.Check(ModelManifest, value)) return done(value);
    const [error] = Value.Errors(ModelManifest, value);
    return failed(
      reason('setting-unusable', `${file}: ${error?.instancePath ?? ''} ${error?.message ?? ''}`),
    );
  } catch (error) {
    return failed(reason('file-unreadable', `${file}: ${error instanceof Error ? error.message : 'error'}`));
  }
}
