import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangulate } from './triangulate.ts';

const cloud = fc.uniqueArray(
  fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) }),
  { minLength: 3, maxLength: 25, selector: ({ x, y }) => `${x} ${y}` },
);

/** The corners of a square and points inside it. */
const framed = cloud.map((points) => [
  ...[-10, 410].flatMap((x) => [-10, 410].map((y) => ({ x, y }))),
  ...points,
]);

describe('triangulating points', () => {
  it('covers the whole square once', () => {
    fc.assert(
      fc.property(framed, (points) => {
        const triangles = triangulate(points.flatMap(({ x, y }) => [x, y]));
        const area = triangles.reduce((sum, triangle) => {
          const [a, b, c] = triangle.map((i) => points[i] ?? { x: 0, y: 0 });
          if (a === undefined || b === undefined || c === undefined) return sum;
          return sum + Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
        }, 0);
        expect(area).toBeCloseTo(420 * 420, 3);
      }),
    );
  });

  it('uses every point', () => {
    fc.assert(
      fc.property(framed, (points) => {
        const used = new Set(triangulate(points.flatMap(({ x, y }) => [x, y])).flat());
        expect(used.size).toBe(points.length);
      }),
    );
  });
});
