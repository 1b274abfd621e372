import { describe, expect, it } from 'vitest';
import { samplePatch } from './sample-patch.ts';
import { shrinkRegion } from './shrink-region.ts';

const rgb = { colour: 'rgb', mean: 0, scale: 1, outside: 'black' } as const;

/** Red grows with x, green with y, blue is 7. */
function ramp(width: number, height: number) {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([x, y, 7], (y * width + x) * 3);
  }
  return { width, height, data };
}

describe('samplePatch', () => {
  it('interpolates between pixels and lays colours out as planes', () => {
    const out = new Float32Array(3 * 4);
    const covered = samplePatch(ramp(20, 20), { a: 1, b: 0, tx: 3.5, ty: 8.25 }, 2, 2, rgb, out);
    expect([...out]).toEqual([3.5, 4.5, 3.5, 4.5, 8.25, 8.25, 9.25, 9.25, 7, 7, 7, 7]);
    expect(covered).toBe(1);
  });

  it('turns the image when the transform turns', () => {
    const out = new Float32Array(3);
    samplePatch(ramp(20, 20), { a: 0, b: 1, tx: 10, ty: 5 }, 1, 1, { ...rgb, colour: 'bgr' }, out);
    expect([...out]).toEqual([7, 5, 10]);
  });

  it('fills what the image does not hold with black or with its border, and says how much that is', () => {
    const out = new Float32Array(3 * 4);
    const half = { a: 1, b: 0, tx: 18.5, ty: 4 };
    expect(samplePatch(ramp(20, 20), { ...half, tx: 19 }, 2, 2, rgb, out)).toBe(0.5);
    expect([...out.subarray(0, 4)]).toEqual([19, 0, 19, 0]);
    samplePatch(ramp(20, 20), { ...half, tx: 19 }, 2, 2, { ...rgb, outside: 'border' }, out);
    expect([...out.subarray(0, 4)]).toEqual([19, 19, 19, 19]);
  });

  it('normalises with mean and scale', () => {
    const out = new Float32Array(3);
    samplePatch(ramp(300, 4), { a: 1, b: 0, tx: 255, ty: 0 }, 1, 1, { ...rgb, mean: 127, scale: 128 }, out);
    expect(out[0]).toBe(1);
  });
});

describe('shrinkRegion', () => {
  it('averages every pixel once when it shrinks', () => {
    const out = new Float32Array(3 * 4);
    shrinkRegion(ramp(8, 8), { x: 0, y: 0, width: 8, height: 8 }, 2, 2, rgb, out);
    expect([...out.subarray(0, 8)]).toEqual([1.5, 5.5, 1.5, 5.5, 1.5, 1.5, 5.5, 5.5]);
  });

  it('agrees with bilinear sampling at half size', () => {
    const image = ramp(64, 48);
    const [shrunk, sampled] = [new Float32Array(3 * 32 * 24), new Float32Array(3 * 32 * 24)];
    const grey = { ...rgb, colour: 'grey', mean: 10, scale: 3 } as const;
    for (const format of [rgb, { ...rgb, colour: 'bgr', mean: 127, scale: 128 } as const, grey]) {
      shrinkRegion(image, { x: 0, y: 0, width: 64, height: 48 }, 32, 24, format, shrunk);
      samplePatch(image, { a: 2, b: 0, tx: 0.5, ty: 0.5 }, 32, 24, format, sampled);
      for (const [i, v] of shrunk.entries()) expect(v).toBeCloseTo(sampled[i] ?? Number.NaN, 3);
    }
  });
});
