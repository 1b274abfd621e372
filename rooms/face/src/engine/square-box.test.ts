import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squareAboutEye, squareInside, squareOnHeight } from './square-box.ts';

describe('squareOnHeight', () => {
  it('takes the height as side and keeps the centre', () => {
    expect(squareOnHeight({ x: 100, y: 50, width: 60, height: 80 })).toEqual({ x: 90, y: 50, side: 80 });
  });
});

describe('squareInside', () => {
  it('lies within the image and is as large as asked whenever that fits', () => {
    const side = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(side, side, side, side, (x, y, width, height) => {
        const square = squareInside({ x, y, width, height }, 2.7, 640, 480);
        expect(square.side).toBeCloseTo(Math.min(2.7 * height, 480), 6);
        expect(square.x).toBeGreaterThanOrEqual(0);
        expect(square.y).toBeGreaterThanOrEqual(0);
        expect(square.x + square.side).toBeLessThanOrEqual(640 + 1e-9);
        expect(square.y + square.side).toBeLessThanOrEqual(480 + 1e-9);
      }),
    );
  });
});

describe('squareAboutEye', () => {
  it('is centred on the six points and half as wide again as the eye', () => {
    const points = new Float32Array(136);
    for (const [i, [x, y]] of [
      [90, 50],
      [95, 45],
      [105, 45],
      [110, 50],
      [105, 55],
      [95, 55],
    ].entries()) {
      points[2 * (36 + i)] = x ?? 0;
      points[2 * (36 + i) + 1] = y ?? 0;
    }
    expect(squareAboutEye(points, 36)).toEqual({ x: 85, y: 35, side: 30 });
  });
});
