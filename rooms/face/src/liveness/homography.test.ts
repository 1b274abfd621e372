import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateHomography, project } from './homography.ts';

const small = fc.double({ min: -0.3, max: 0.3, noNaN: true });

describe('estimateHomography', () => {
  it('finds the projection that made the points', () => {
    const grid = [0, 1, 2, 3].flatMap((y) => [0, 1, 2, 3].flatMap((x) => [100 + 40 * x, 80 + 50 * y]));
    fc.assert(
      fc.property(fc.tuple(small, small, small, small, small, small), ([a, b, c, d, p, q]) => {
        const made = Float64Array.of(1 + a, b, 20, c, 1 + d, -10, p / 800, q / 800, 1);
        const to: number[] = [];
        for (let i = 0; i < grid.length; i += 2) to.push(...project(made, grid[i] ?? 0, grid[i + 1] ?? 0));
        const found = estimateHomography(grid, to);
        if (found === null) throw new Error('no homography found');
        for (let i = 0; i < grid.length; i += 2) {
          const [x, y] = project(found, grid[i] ?? 0, grid[i + 1] ?? 0);
          expect(x).toBeCloseTo(to[i] ?? Number.NaN, 4);
          expect(y).toBeCloseTo(to[i + 1] ?? Number.NaN, 4);
        }
      }),
    );
  });

  it('answers null for points on a line and for too few', () => {
    const line = Array.from({ length: 12 }, (_, i) => i);
    expect(estimateHomography(line, line)).toBeNull();
    expect(estimateHomography([0, 0, 1, 0, 0, 1], [0, 0, 1, 0, 0, 1])).toBeNull();
  });
});
