import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FaceBox } from '../engine/face-box.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { compareImages } from './compare-images.ts';
import { readPhotoTemplate } from './photo-template.ts';

const box = (score: number, x = 40): FaceBox => ({ x, y: 40, width: 80, height: 100, score });
/** Eyes, nose and mouth of a face in the middle of the picture. */
const places: readonly (readonly [first: number, last: number, x: number, y: number])[] = [
  [36, 41, 85, 85],
  [42, 47, 115, 85],
  [30, 30, 100, 105],
  [48, 48, 88, 120],
  [54, 54, 112, 120],
];

/** An engine that sees what it is told to, and finds everybody of the same face or of another each time. */
function engineThat(sees: {
  boxes: readonly FaceBox[];
  norm: number;
  alike: boolean;
  down?: number;
}): FaceEngine {
  const points = new Float32Array(136).fill(100);
  for (const [first, last, x, y] of places) {
    for (let i = first; i <= last; i++) points.set([x, y + (sees.down ?? 0)], 2 * i);
  }
  let seen = 0;
  return {
    manifest: shippedManifest,
    findFaces: async (_, leastScore = 0.7) => sees.boxes.filter(({ score }) => score >= leastScore),
    findLandmarks: async () => ({ points }),
    embed: async () => {
      const vector = new Float32Array(8);
      vector[sees.alike ? 0 : seen++] = 1;
      return { vector, norm: sees.norm };
    },
    passiveLiveness: async () => 1,
    eyesClosed: async () => 0,
    forget: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

const picture = sharp({ create: { width: 200, height: 200, channels: 3, background: '#777' } })
  .png()
  .toBuffer()
  .then((bytes) => new Uint8Array(bytes));

describe('a photo in which no face is found for certain', () => {
  it('has the most certain of the doubtful ones, as a poor photo that proves no difference', async () => {
    const boxes = [box(0.45, 0), box(0.6), box(0.5, 80)];
    const read = await readPhotoTemplate(engineThat({ boxes, norm: 3.2, alike: true }), await picture);
    expect(read).toMatchObject({
      status: 'done',
      value: { telling: false, remarks: [{ code: 'photo-poor', detail: 'norm 3.20' }] },
    });
  });

  it('has no face when what is there hardly leaves a template, or is too doubtful', async () => {
    for (const engine of [
      engineThat({ boxes: [box(0.6)], norm: 2.5, alike: true }),
      engineThat({ boxes: [box(0.3)], norm: 3.5, alike: true }),
    ]) {
      expect(await readPhotoTemplate(engine, await picture)).toMatchObject({ reason: { code: 'no-face' } });
    }
  });

  it('is verified when it matches, and undetermined, never rejected, when it does not', async () => {
    const compare = async (alike: boolean, score: number) =>
      compareImages(
        engineThat({ boxes: [box(score)], norm: 3.5, alike }),
        await picture,
        await picture,
        defaultFacePolicy,
      );
    expect((await compare(true, 0.5)).status).toBe('verified');
    expect((await compare(false, 0.5)).status).toBe('undetermined');
    expect((await compare(false, 0.9)).status).toBe('rejected');
  });
});

describe('a picture that begins at the eyes or below them', () => {
  it('proves no difference, since landmarks put eyes into whatever is left of a face', async () => {
    const boxes = [box(0.99)];
    const compare = async (down: number, alike: boolean) =>
      compareImages(
        engineThat({ boxes, norm: 3.5, alike, down }),
        await picture,
        await picture,
        defaultFacePolicy,
      );
    expect((await compare(-55, false)).status).toBe('undetermined');
    expect((await compare(-55, true)).status).toBe('verified');
    expect((await compare(0, false)).status).toBe('rejected');
  });
});
