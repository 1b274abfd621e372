import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { ModelEntry, ModelManifest } from '../manifest/model-manifest.ts';

/** What the operator says of their own recogniser. */
export interface OperatorRecogniser {
  /** ONNX with one input of 1x3x112x112, a face aligned to the ArcFace template. */
  readonly file: string;
  readonly name?: string;
  readonly licence?: string;
  readonly source?: string;
  readonly colour: 'rgb' | 'bgr';
  /** Each byte goes in as (v - mean) / scale. */
  readonly mean: number;
  readonly scale: number;
}

/** A folder that holds an operator's recogniser beside the other models, until it is disposed of. */
export interface OperatorModels extends AsyncDisposable {
  readonly modelsDirectory: string;
  readonly manifest: ModelManifest;
}

/**
 * Describes the operator's recogniser and puts it beside the manifest's other models in a temporary folder of
 * links. Fails with `model-missing` when the file cannot be read; whether it loads is found when it is opened.
 */
export async function placeRecogniser(
  modelsDirectory: string,
  manifest: ModelManifest,
  recogniser: OperatorRecogniser,
): Promise<Attempt<OperatorModels>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(recogniser.file);
  } catch (error) {
    return failed(
      reason('model-missing', `${recogniser.file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`),
    );
  }
  const base = path.basename(recogniser.file);
  const entry: ModelEntry = {
    file: fileName(base),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: recogniser.name ?? base,
    source: recogniser.source ?? 'put in by the operator',
    licence: recogniser.licence ?? 'not stated',
    notKnown: 'Everything that the operator did not state.',
    input: {
      shape: [1, 3, 112, 112],
      colour: recogniser.colour,
      mean: recogniser.mean,
      scale: recogniser.scale,
      crop: manifest.recogniser.input.crop,
    },
  };
  const folder = await mkdtemp(path.join(tmpdir(), 'honnin-models-'));
  const { detector, landmarks, liveness, eyes } = manifest;
  for (const { file } of [detector, landmarks, liveness, eyes]) {
    await link(path.resolve(modelsDirectory, file), path.join(folder, file));
  }
  await link(path.resolve(recogniser.file), path.join(folder, entry.file));
  return done({
    modelsDirectory: folder,
    manifest: { ...manifest, recogniser: entry },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  });
}

/** As the manifest wants file names; never one of the others'. */
function fileName(base: string): string {
  return `operator-${base.toLowerCase().replace(/[^a-z0-9_.-]+/g, '-')}`;
}

async function link(from: string, to: string): Promise<void> {
  try {
    await symlink(from, to);
  } catch {
    // Links take a privilege on Windows. A file that is not there shows when the models are opened.
    await copyFile(from, to).catch(() => undefined);
  }
}
