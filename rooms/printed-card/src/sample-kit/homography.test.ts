import { expect, it } from 'vitest';
import { inverseOf, projected, projectionOf } from './homography.ts';

const camera = { focal: 1371, x: 320, y: 240 };
const flat = { yaw: 0, pitch: 0, roll: 0, away: 200, right: 0, down: 0 };

it('shows a thing held flat at its size by the distance', () => {
  const [left] = projected(projectionOf(flat, camera), -42.8, 0);
  const [right] = projected(projectionOf(flat, camera), 42.8, 0);
  expect(right - left).toBeCloseTo((1371 * 85.6) / 200, 6);
});

it('shows the edge that is turned towards the camera larger', () => {
  const matrix = projectionOf({ ...flat, yaw: 20 }, camera);
  const height = (x: number) => projected(matrix, x, 27)[1] - projected(matrix, x, -27)[1];
  expect(height(42)).toBeGreaterThan(1.1 * height(-42));
});

it('comes back to where it began', () => {
  const matrix = projectionOf({ ...flat, yaw: 14, pitch: -9, roll: 170, right: 6, down: -4 }, camera);
  const [x, y] = projected(matrix, 31, -17);
  const [backX, backY] = projected(inverseOf(matrix), x, y);
  expect([backX, backY]).toEqual([expect.closeTo(31, 6), expect.closeTo(-17, 6)]);
});
