import { expect, it } from 'vitest';
import { tremorAt } from './tremor.ts';

const moments = Array.from({ length: 250 }, (_, index) => tremorAt(index * 40));

it('moves a little between any two pictures, and is never twice the same in ten seconds', () => {
  const places = moments.map(({ x, y, turn, scale }) => [x, y, turn, scale].map((v) => v.toFixed(4)).join());
  expect(new Set(places).size).toBe(moments.length);
});

it('never shows the edge of the picture', () => {
  for (const { x, y, turn, scale } of moments) {
    // A corner of the frame, seen from the moved picture's own middle.
    const reach = (half: number, other: number, shift: number) =>
      (half + Math.abs(shift) + other * Math.abs(turn)) / scale;
    expect(reach(320, 240, x)).toBeLessThan(320);
    expect(reach(240, 320, y)).toBeLessThan(240);
  }
});
