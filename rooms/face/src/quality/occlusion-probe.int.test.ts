import { describe, expect, it, type TestContext } from 'vitest';
import { drawGlasses } from '../../test/occlusion/draw-glasses.ts';
import { drawHair } from '../../test/occlusion/draw-hair.ts';
import { drawHand } from '../../test/occlusion/draw-hand.ts';
import { drawMask } from '../../test/occlusion/draw-mask.ts';
import { createFaceCanvas, type FaceCanvas } from '../../test/occlusion/face-canvas.ts';
import { readLive } from '../../test/played-person.ts';
import { missingModels, peopleDirectory, renderedPeople } from '../../test/test-models.ts';
import { useFaceEngine } from '../../test/use-face-engine.ts';
import { seededRandom } from '../attack-kit/seeded-random.ts';
import { decodeFrame } from '../decoding/decode-frame.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { createQualityMeter } from './face-quality.ts';
import type { Occlusion } from './occlusion-probe.ts';

const noModels = missingModels();
const people = renderedPeople();
let engine: FaceEngine;

useFaceEngine((opened) => {
  engine = opened;
});

function needs(ctx: TestContext): void {
  if (noModels !== null) ctx.skip(noModels);
  if (people.length < 10) ctx.skip('the rendered people are not here');
}

/** What is found on each rendered person with something drawn before the face; undefined when no face is. */
async function found(draw: (canvas: FaceCanvas) => void): Promise<readonly (Occlusion | null | undefined)[]> {
  const kinds: (Occlusion | null | undefined)[] = [];
  const meter = createQualityMeter();
  for (const id of people) {
    const decoded = decodeFrame(readLive(peopleDirectory, id, 'frontal.jpg'));
    if (decoded.status === 'failed') throw new Error(decoded.reason.code);
    const image = decoded.value;
    const [box] = await engine.findFaces(image);
    if (box === undefined) throw new Error(id);
    draw(createFaceCanvas(image, await engine.findLandmarks(image, box), seededRandom(id)));
    const [covered] = await engine.findFaces(image);
    if (covered === undefined) kinds.push(undefined);
    else kinds.push(meter.measure(image, await engine.findLandmarks(image, covered)).occlusion);
  }
  return kinds;
}

describe('what covers a face', () => {
  const drawn: readonly (readonly [string, Occlusion, number, (canvas: FaceCanvas) => void])[] = [
    ['a mask', 'mask', 0.8, drawMask],
    ['dark glasses', 'dark-glasses', 0.8, (canvas) => drawGlasses(canvas, 'dark')],
    // The limit is high: smooth skin looks like a hand.
    ['a hand', 'hand', 0.3, drawHand],
    ['hair over the eyes', 'hair', 0.8, (canvas) => drawHair(canvas, 'over-eyes')],
  ];
  for (const [name, kind, share, draw] of drawn) {
    it(`is told to be ${name}`, async (ctx) => {
      needs(ctx);
      const kinds = await found(draw);
      const right = kinds.filter((k) => k === kind || k === undefined).length;
      expect(right, kinds.join()).toBeGreaterThanOrEqual(share * people.length);
    });
  }

  it('is nothing with clear glasses drawn onto the face', async (ctx) => {
    needs(ctx);
    const kinds = await found((canvas) => drawGlasses(canvas, 'clear'));
    expect(kinds.filter((kind) => kind !== null).length, kinds.join()).toBeLessThanOrEqual(1);
  });
});
