import { describe, expect, it } from 'vitest';
import type { QuadMesh } from './quad-mesh.ts';
import { subdivided } from './subdivided.ts';

const cube: QuadMesh = {
  points: Float64Array.of(-1, -1, -1, 1, -1, -1, 1, 1, -1, -1, 1, -1, -1, -1, 1, 1, -1, 1, 1, 1, 1, -1, 1, 1),
  quads: Uint32Array.of(0, 3, 2, 1, 4, 5, 6, 7, 0, 1, 5, 4, 2, 3, 7, 6, 1, 2, 6, 5, 0, 4, 7, 3),
  uvs: Float64Array.of(0, 0, 1, 0, 1, 1, 0, 1),
  uvQuads: Uint32Array.from({ length: 24 }, (_, i) => i % 4),
};
const sheet: QuadMesh = {
  points: Float64Array.of(0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0),
  quads: Uint32Array.of(0, 1, 2, 3),
  uvs: Float64Array.of(0, 0, 1, 0, 1, 1, 0, 1),
  uvQuads: Uint32Array.of(0, 1, 2, 3),
};

describe('subdivision', () => {
  it('turns a cube into four quads a face over corners, edges and faces', () => {
    const finer = subdivided(cube);
    expect(finer.points.length / 3).toBe(8 + 12 + 6);
    expect(finer.quads.length / 4).toBe(24);
  });

  it('moves the corner of a cube to where Catmull and Clark put it', () => {
    // Three faces of centre length 1: (F + 2R) / 3 with F = -1/3 and R = -2/3 on each axis.
    expect(subdivided(cube).points[0]).toBeCloseTo(-5 / 9, 12);
  });

  it('keeps an open sheet flat and within its outline', () => {
    const finer = subdivided(sheet);
    for (let i = 0; i < finer.points.length; i += 3) {
      expect(finer.points[i + 2]).toBe(0);
      expect(finer.points[i]).toBeGreaterThanOrEqual(0);
      expect(finer.points[i]).toBeLessThanOrEqual(1);
    }
  });
});
