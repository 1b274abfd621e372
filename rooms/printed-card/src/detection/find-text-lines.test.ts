import { expect, it } from 'vitest';
import { findTextLines } from './find-text-lines.ts';

/** A map with certain patches in it. */
function map(...patches: readonly (readonly [number, number, number, number, number])[]) {
  const width = 160;
  const height = 96;
  const data = new Float32Array(width * height);
  for (const [left, top, wide, high, certainty] of patches) {
    for (let y = top; y < top + high; y++) data.fill(certainty, y * width + left, y * width + left + wide);
  }
  return { width, height, data };
}

it('makes a line of every patch, grown to the height of the letters, the longest first', () => {
  const lines = findTextLines(map([100, 60, 20, 6, 0.9], [10, 10, 80, 8, 0.9]));
  expect(lines).toHaveLength(2);
  const [long] = lines;
  expect(long?.middle).toEqual({ x: 50, y: 14 });
  expect(long?.angle).toBeCloseTo(0);
  expect(long?.halfLength).toBeGreaterThan(44);
  expect(long?.halfHeight).toBeGreaterThan(8);
});

it('leaves out specks, hair lines and what is not certain', () => {
  expect(findTextLines(map([5, 5, 4, 4, 0.9], [20, 20, 60, 1, 0.9], [20, 40, 60, 8, 0.4]))).toEqual([]);
});

it('a page full of print before the camera: no more than forty lines are kept', () => {
  const patches = Array.from(
    { length: 96 },
    (_, i) => [(i % 12) * 13, Math.floor(i / 12) * 12, 10, 8, 0.9] as const,
  );
  expect(findTextLines(map(...patches)).length).toBe(40);
});
