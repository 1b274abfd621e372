import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelManifest } from '../manifest/model-manifest.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { openFaceEngine } from './face-engine.ts';
import { readModels } from './read-models.ts';

let directory: string;
const content = Buffer.from('a model');
const entry = {
  ...shippedManifest.recogniser,
  file: 'model.onnx',
  sha256: createHash('sha256').update(content).digest('hex'),
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'honnin-models-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe('readModels', () => {
  it('reads a file whose hash is that of the manifest', async () => {
    await writeFile(join(directory, 'model.onnx'), content);
    expect(await readModels(directory, [entry])).toMatchObject({ status: 'done' });
  });

  it('exchanged model: refuses a file that differs by one bit', async () => {
    const changed = Buffer.from(content);
    changed[3] = (changed[3] ?? 0) ^ 1;
    await writeFile(join(directory, 'model.onnx'), changed);
    expect(await readModels(directory, [entry])).toMatchObject({
      status: 'failed',
      reason: { code: 'model-changed' },
    });
  });

  it('says which file is missing, and in which folder', async () => {
    expect(await readModels(directory, [entry])).toEqual({
      status: 'failed',
      reason: {
        code: 'model-missing',
        detail: `${join(directory, 'model.onnx')}: there is no such file or folder`,
      },
    });
  });
});

describe('openFaceEngine', () => {
  it('answers model-missing for an empty folder', async () => {
    expect(await openFaceEngine({ modelsDirectory: directory })).toMatchObject({
      status: 'failed',
      reason: { code: 'model-missing' },
    });
  });

  it('answers model-unusable for a file with the right hash that is no model', async () => {
    await writeFile(join(directory, 'model.onnx'), content);
    const same = { file: entry.file, sha256: entry.sha256 };
    const manifest = {
      ...shippedManifest,
      detector: { ...shippedManifest.detector, ...same },
      landmarks: { ...shippedManifest.landmarks, ...same },
      recogniser: { ...shippedManifest.recogniser, ...same },
      liveness: { ...shippedManifest.liveness, ...same },
      eyes: { ...shippedManifest.eyes, ...same },
    };
    expect(await openFaceEngine({ modelsDirectory: directory, manifest })).toMatchObject({
      status: 'failed',
      reason: { code: 'model-unusable' },
    });
  });
});

describe('shippedManifest', () => {
  it('keeps the schema that an operator’s own manifest is held against', () => {
    expect([...Value.Errors(ModelManifest, shippedManifest)]).toEqual([]);
  });

  it('says what is not known of every model, and what the shipped threshold means', () => {
    const { detector, landmarks, recogniser, liveness, eyes, shipped } = shippedManifest;
    for (const { notKnown } of [detector, landmarks, recogniser, liveness, eyes]) {
      expect(notKnown.length).toBeGreaterThan(20);
    }
    expect(shipped.statement).toContain(String(shipped.threshold));
    expect(defaultFacePolicy).toMatchObject({
      threshold: shipped.threshold,
      falseMatchRate: shipped.falseMatchRate,
    });
  });
});
