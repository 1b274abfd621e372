import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirrorPoints, mirrorRows } from './mirror-points.ts';

/** A face drawn symmetric about x = 50: of every pair one point is as far left as the other is right. */
function symmetricFace(): Float32Array {
  const pairs = [
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i, 16 - i]),
    ...[17, 18, 19, 20, 21].map((i) => [i, 43 - i]),
    [31, 35],
    [32, 34],
    [36, 45],
    [37, 44],
    [38, 43],
    [39, 42],
    [40, 47],
    [41, 46],
    [48, 54],
    [49, 53],
    [50, 52],
    [59, 55],
    [58, 56],
    [60, 64],
    [61, 63],
    [67, 65],
  ];
  const points = new Float32Array(136);
  for (let i = 0; i < 68; i++) points.set([50, i], 2 * i);
  for (const [i, [right = 0, left = 0]] of pairs.entries()) {
    points.set([40 - i, 100 + i], 2 * right);
    points.set([60 + i, 100 + i], 2 * left);
  }
  return points;
}

describe('mirrorPoints', () => {
  it('leaves a symmetric face as it is', () => {
    const face = symmetricFace();
    expect(mirrorPoints(face, 100)).toEqual(face);
  });

  it('gives the points back when it is done twice', () => {
    const coordinates = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 136, maxLength: 136 });
    fc.assert(
      fc.property(coordinates, fc.integer({ min: 1, max: 4096 }), (values, width) => {
        const points = Float32Array.from(values);
        expect(mirrorPoints(mirrorPoints(points, width), width)).toEqual(points);
      }),
    );
  });
});

describe('mirrorRows', () => {
  it('turns each row round and keeps the rows in order', () => {
    const planes = Float32Array.of(1, 2, 3, 4, 5, 6);
    mirrorRows(planes, 3);
    expect([...planes]).toEqual([3, 2, 1, 6, 5, 4]);
  });
});
