import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { readLive } from '../../test/played-person.ts';
import { missingModels, modelsDirectory, peopleDirectory, renderedPeople } from '../../test/test-models.ts';
import { tinyRecogniser } from '../../test/tiny-recogniser.ts';
import { compareImages } from '../comparison/compare-images.ts';
import { readPhotoTemplate } from '../comparison/photo-template.ts';
import { loadManifest } from '../manifest/load-manifest.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { openFaceEngine } from './face-engine.ts';
import { flushTinyWeights } from './flush-tiny-weights.ts';

const noModels = missingModels();
const people = renderedPeople();
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'honnin-own-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

function needs(ctx: TestContext): void {
  if (noModels !== null) ctx.skip(noModels);
  if (people.length < 2) ctx.skip('the rendered people are not here');
}

/** A manifest on disk whose recogniser is `model`, as an operator would write it. */
async function openWith(name: string, model: Uint8Array) {
  await writeFile(join(directory, `${name}.onnx`), model);
  const sha256 = createHash('sha256').update(model).digest('hex');
  const { norms: _, ...others } = shippedManifest;
  const recogniser = { ...shippedManifest.recogniser, file: `${name}.onnx`, name, sha256 };
  await writeFile(join(directory, `${name}.json`), JSON.stringify({ ...others, recogniser }));
  const manifest = await loadManifest(join(directory, `${name}.json`));
  if (manifest.status === 'failed') throw new Error(manifest.reason.code);
  return openFaceEngine({ modelsDirectory, manifest: manifest.value });
}

const live = (index: number) => readLive(peopleDirectory, people[index] ?? '', 'frontal.jpg');

describe('a recogniser of the operator’s own', () => {
  it('decides in place of the shipped one, from another file with another hash', async (ctx) => {
    needs(ctx);
    const model = new Uint8Array(await readFile(join(modelsDirectory, shippedManifest.recogniser.file)));
    flushTinyWeights(model);
    const opened = await openWith('trained-elsewhere', model);
    if (opened.status === 'failed') throw new Error(opened.reason.code);
    await using engine = opened.value;
    expect(engine.manifest.recogniser.name).toBe('trained-elsewhere');
    const chip = new Uint8Array(await readFile(join(peopleDirectory, people[0] ?? '', 'chip.jp2')));
    expect(await compareImages(engine, chip, live(0), defaultFacePolicy)).toMatchObject({
      status: 'verified',
    });
    expect(await compareImages(engine, chip, live(1), defaultFacePolicy)).toMatchObject({
      status: 'rejected',
    });
  });

  it('may answer a template of another length', async (ctx) => {
    needs(ctx);
    const opened = await openWith('mean-colours', tinyRecogniser(112, 14));
    if (opened.status === 'failed') throw new Error(opened.reason.code);
    await using engine = opened.value;
    const read = await readPhotoTemplate(engine, live(0));
    if (read.status === 'failed') throw new Error(read.reason.code);
    const { vector } = read.value.embedding;
    expect(vector).toHaveLength(192);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  it('is refused when its input is not the aligned face, or its output no template', async (ctx) => {
    needs(ctx);
    const refused = { status: 'failed', reason: { code: 'model-unusable' } };
    expect(await openWith('other-input', tinyRecogniser(160, 16))).toMatchObject(refused);
    expect(await openWith('three-numbers', tinyRecogniser(112, 112))).toMatchObject(refused);
  });

  it('exchanged model: is refused when the file is not the one that was calibrated', async (ctx) => {
    needs(ctx);
    await openWith('calibrated', tinyRecogniser(112, 14)).then(async (opened) => {
      if (opened.status === 'done') await opened.value[Symbol.asyncDispose]();
    });
    const manifest = await loadManifest(join(directory, 'calibrated.json'));
    if (manifest.status === 'failed') throw new Error(manifest.reason.code);
    const changed = tinyRecogniser(112, 14);
    changed[changed.length - 1] = 14;
    await writeFile(join(directory, 'calibrated.onnx'), changed);
    expect(await openFaceEngine({ modelsDirectory, manifest: manifest.value })).toMatchObject({
      status: 'failed',
      reason: { code: 'model-changed' },
    });
  });
});
