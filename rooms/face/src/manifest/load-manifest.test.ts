import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadManifest } from './load-manifest.ts';
import { shippedManifest } from './shipped-manifest.ts';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'honnin-manifest-'));
  file = join(directory, 'manifest.json');
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const write = (manifest: unknown) => writeFile(file, JSON.stringify(manifest));
const { recogniser } = shippedManifest;

async function refusal(): Promise<string> {
  const loaded = await loadManifest(file);
  if (loaded.status !== 'failed') throw new Error('it was loaded');
  return `${loaded.reason.code} ${loaded.reason.detail}`;
}

describe('loadManifest', () => {
  it('reads back what is shipped', async () => {
    await write(shippedManifest);
    expect(await loadManifest(file)).toEqual({ status: 'done', value: shippedManifest });
  });

  it('takes a model that lies beside the manifest from there, and leaves the others to the models folder', async () => {
    await writeFile(join(directory, 'own.onnx'), 'a model');
    await write({ ...shippedManifest, recogniser: { ...recogniser, file: 'own.onnx' } });
    expect(await loadManifest(file)).toMatchObject({
      value: {
        recogniser: { file: join(directory, 'own.onnx') },
        detector: { file: shippedManifest.detector.file },
      },
    });
  });

  it('says that a file is missing', async () => {
    expect(await refusal()).toContain('manifest-missing');
  });

  it('says where a field is missing or wrong', async () => {
    await writeFile(file, '{"detector": ');
    expect(await refusal()).toContain('manifest-unusable');
    await write({ ...shippedManifest, recogniser: { ...recogniser, sha256: 'no hash' } });
    expect(await refusal()).toContain('manifest-unusable /recogniser/sha256');
  });

  it('refuses a recogniser that does not take the aligned face', async () => {
    const input = { ...recogniser.input, shape: [1, 3, 160, 160] };
    await write({ ...shippedManifest, recogniser: { ...recogniser, input } });
    expect(await refusal()).toContain('1x3x160x160 in place of 1x3x112x112');
  });

  it('refuses thresholds that contradict themselves, since an operator chooses by them', async () => {
    const entries = [
      { falseMatchRate: 1e-3, threshold: 0.3 },
      { falseMatchRate: 1e-2, threshold: 0.4 },
    ];
    await write({ ...shippedManifest, thresholds: [{ group: 'all', data: 'own', entries }] });
    expect(await refusal()).toContain('/thresholds/0/entries');
    const twice = { group: 'all', data: 'own', entries: [] };
    await write({ ...shippedManifest, thresholds: [twice, twice] });
    expect(await refusal()).toContain('/thresholds/1/group');
  });
});
