import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallestRectangle } from './smallest-rectangle.ts';

it('finds a rectangle again whatever way it lies, by points on its outline and inside', () => {
  const numbers = fc.record({
    x: fc.double({ min: -500, max: 500, noNaN: true }),
    y: fc.double({ min: -500, max: 500, noNaN: true }),
    length: fc.double({ min: 20, max: 200, noNaN: true }),
    height: fc.double({ min: 2, max: 15, noNaN: true }),
    angle: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  });
  fc.assert(
    fc.property(numbers, ({ x, y, length, height, angle }) => {
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const points = [-1, -0.3, 0.4, 1].flatMap((along) =>
        [-1, 0.2, 1].map((across) => ({
          x: x + along * length * c - across * height * s,
          y: y + along * length * s + across * height * c,
        })),
      );
      const found = smallestRectangle(points);
      expect(found?.halfLength).toBeCloseTo(length, 5);
      expect(found?.halfHeight).toBeCloseTo(height, 5);
      expect(found?.middle.x).toBeCloseTo(x, 5);
      expect(found?.middle.y).toBeCloseTo(y, 5);
      expect(Math.abs(Math.sin((found?.angle ?? 0) - angle))).toBeLessThan(1e-6);
    }),
  );
});

it('has none of no points, and takes one point or a straight row for what they are', () => {
  expect(smallestRectangle([])).toBeNull();
  expect(smallestRectangle([{ x: 3, y: 4 }])).toMatchObject({ halfLength: 0, halfHeight: 0 });
  const row = [0, 1, 2, 3, 4].map((x) => ({ x, y: 2 * x }));
  const found = smallestRectangle(row);
  expect(found?.halfLength).toBeCloseTo(Math.sqrt(80) / 2, 6);
  expect(found?.halfHeight).toBeCloseTo(0, 6);
});
