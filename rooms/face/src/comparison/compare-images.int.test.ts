import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, type TestContext } from 'vitest';
import { readLive } from '../../test/played-person.ts';
import { missingModels, peopleDirectory, renderedPeople } from '../../test/test-models.ts';
import { useFaceEngine } from '../../test/use-face-engine.ts';
import { decodeImage } from '../decoding/decode-image.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { assessLiveness } from '../liveness/assess-liveness.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { compareImages } from './compare-images.ts';

const noModels = missingModels();
const people = renderedPeople();
const nothing = new Uint8Array(300);
let engine: FaceEngine;

useFaceEngine((opened) => {
  engine = opened;
});

function needs(ctx: TestContext): void {
  if (noModels !== null) ctx.skip(noModels);
  if (people.length < 2) ctx.skip('the rendered people are not here');
}

const live = (index: number) => readLive(peopleDirectory, people[index] ?? '', 'frontal.jpg');

describe('compareImages', () => {
  it('verifies the chip photo against a live picture of the same person, and rejects another person', async (ctx) => {
    needs(ctx);
    const chip = new Uint8Array(readFileSync(join(peopleDirectory, people[0] ?? '', 'chip.jp2')));
    const same = await compareImages(engine, chip, live(0), defaultFacePolicy);
    expect(same).toMatchObject({ status: 'verified', threshold: 0.49, falseMatchRate: 1e-4 });
    const other = await compareImages(engine, chip, live(1), defaultFacePolicy);
    expect(other.status).toBe('rejected');
    expect(other.similarity).toBeLessThan(same.similarity ?? 0);
    expect(other.reasons.map(({ code }) => code)).toContain('face-does-not-match');
  });

  it('is undetermined, and says which image it was, when one cannot be read', async (ctx) => {
    needs(ctx);
    expect(await compareImages(engine, live(0), nothing, defaultFacePolicy)).toMatchObject({
      status: 'undetermined',
      similarity: null,
      reasons: [{ code: 'image-format-unsupported', detail: expect.stringContaining('second image') }],
    });
  });
});

describe('a face at the edge of the picture', () => {
  /** The live picture from `share` of the face's width on: what is left of it is away. */
  async function cutAt(share: number): Promise<Uint8Array> {
    const picture = live(0);
    const decoded = await decodeImage(picture);
    if (decoded.status === 'failed') throw new Error(decoded.reason.code);
    const { width, height } = decoded.value;
    const [face] = await engine.findFaces(decoded.value);
    if (face === undefined) throw new Error('no face');
    const left = Math.max(0, Math.round(face.x + share * face.width));
    const rest = { left, top: 0, width: width - left, height };
    return new Uint8Array(await sharp(picture).extract(rest).png().toBuffer());
  }

  it('is compared while it is whole, however near the edge', async (ctx) => {
    needs(ctx);
    const near = await compareImages(engine, live(0), await cutAt(0), defaultFacePolicy);
    expect(near.status).toBe('verified');
  });

  it('is refused as cut, not as another person, when a third of it is missing', async (ctx) => {
    needs(ctx);
    expect(await compareImages(engine, live(0), await cutAt(0.33), defaultFacePolicy)).toMatchObject({
      status: 'undetermined',
      reasons: [{ code: 'face-cut' }],
    });
  });
});

describe('assessLiveness', () => {
  it('answers a score for each picture and a null where there is no face', async (ctx) => {
    needs(ctx);
    const { scores, reasons } = await assessLiveness(engine, [live(0), nothing]);
    expect(scores).toEqual([expect.any(Number), null]);
    expect(reasons.map(({ code }) => code)).toContain('passive-liveness-only');
  });

  it('is undetermined when no picture shows a face', async (ctx) => {
    needs(ctx);
    expect((await assessLiveness(engine, [nothing])).status).toBe('undetermined');
  });
});
