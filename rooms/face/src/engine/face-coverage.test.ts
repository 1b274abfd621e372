import { describe, expect, it } from 'vitest';
import { faceCoverage } from './face-coverage.ts';

/** Landmarks whose five points are the template itself, moved to (x, y): the aligned face is the 112x112 there. */
function facing(x: number, y: number) {
  const points = new Float32Array(136);
  const put = (point: number, u: number, v: number) => points.set([x + u, y + v], 2 * point);
  for (let i = 36; i < 42; i++) put(i, 38.2946, 51.6963);
  for (let i = 42; i < 48; i++) put(i, 73.5318, 51.5014);
  put(30, 56.0252, 71.7366);
  put(48, 41.5493, 92.3655);
  put(54, 70.7299, 92.2041);
  return { points };
}

describe('faceCoverage', () => {
  it('is 1 for a face within the image, and the share that is left of one at the edge', () => {
    const image = { width: 200, height: 200 };
    expect(faceCoverage(facing(40, 40), image)).toBe(1);
    expect(faceCoverage(facing(-28, 40), image)).toBeCloseTo(0.75, 1);
    expect(faceCoverage(facing(144, 144), image)).toBeCloseTo(0.25, 1);
    expect(faceCoverage(facing(400, 40), image)).toBe(0);
  });
});
