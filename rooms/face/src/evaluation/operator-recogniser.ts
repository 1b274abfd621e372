import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { explainFileError } from '../decoding/explain-file-error.ts';
import type { ModelManifest } from '../manifest/model-manifest.ts';

/** What the operator says of their own recogniser. */
export interface OperatorRecogniser {
  /** ONNX with one input of 1x3x112x112, a face aligned to the ArcFace template, and one output of any length. */
  readonly file: string;
  readonly name?: string;
  readonly licence?: string;
  readonly source?: string;
  readonly colour: 'rgb' | 'bgr';
  /** Each byte goes in as (v - mean) / scale. */
  readonly mean: number;
  readonly scale: number;
}

/**
 * The manifest with the operator's recogniser in place of its own, and nothing said of norms, which are a matter
 * of the network. Its thresholds are still those of the other one: measure, then `calibrateManifest`. Fails with
 * `recogniser-unreadable` when the file cannot be read; whether it loads is found when it is opened.
 */
export async function putInRecogniser(
  { norms: _, ...manifest }: ModelManifest,
  recogniser: OperatorRecogniser,
): Promise<Attempt<ModelManifest>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(recogniser.file);
  } catch (error) {
    return failed(reason('recogniser-unreadable', `${recogniser.file}: ${explainFileError(error)}`));
  }
  const { colour, mean, scale } = recogniser;
  return done({
    ...manifest,
    recogniser: {
      file: path.resolve(recogniser.file),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name: recogniser.name ?? path.basename(recogniser.file),
      source: recogniser.source ?? 'put in by the operator',
      licence: recogniser.licence ?? 'not stated',
      notKnown: 'Everything that the operator did not state.',
      input: { shape: [1, 3, 112, 112], colour, mean, scale, crop: manifest.recogniser.input.crop },
    },
  });
}
