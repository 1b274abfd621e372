import { numberAt } from './number-at.ts';
import type { WornPart } from './spectacles.ts';

type Point = readonly [number, number, number];

/** A mask over nose and mouth: a sheet round the axis of the head that lies a little before the skin. */
export function surgicalMask(body: Float64Array, head: Float64Array, left: Point, right: Point): WornPart[] {
  const [columns, rows] = [33, 25];
  const distance = left[0] - right[0];
  const eyeLine = (left[1] + right[1]) / 2;
  const [top, bottom] = [eyeLine - distance * 0.42, eyeLine - distance * 2.02];
  const centre = left[2] - distance * 1.05;
  const reach = (column: number) => ((column / (columns - 1)) * 2 - 1) * 1.12;
  const height = (column: number, row: number) => {
    const side = Math.abs(reach(column)) / 1.12;
    const upper = top - side ** 2 * distance * 0.3;
    const lower = bottom + side ** 2 * distance * 0.55;
    return upper + (lower - upper) * (row / (rows - 1));
  };
  let radii = Array.from({ length: columns * rows }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    let radius = 0;
    for (let v = 0; v < 13380; v++) {
      if (numberAt(head, v) < 0.9) continue;
      const [x, y, z] = [
        numberAt(body, v * 3),
        numberAt(body, v * 3 + 1),
        numberAt(body, v * 3 + 2) - centre,
      ];
      if (Math.abs(y - height(column, row)) > 0.1 || z < -0.1) continue;
      if (Math.abs(Math.atan2(x, z) - reach(column)) < 0.1) radius = Math.max(radius, Math.hypot(x, z));
    }
    return radius;
  });
  for (let pass = 0; pass < 3; pass++) radii = stretched(radii, columns, rows);
  const points = radii.flatMap((radius, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const angle = reach(column);
    const fold = 0.006 * Math.cos((row / (rows - 1)) * Math.PI * 8);
    const out = radius + 0.03 + fold;
    return [Math.sin(angle) * out, height(column, row), centre + Math.cos(angle) * out];
  });
  const quads: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const a = row * columns + column;
      quads.push(a, a + columns, a + columns + 1, a + 1);
    }
  }
  return [{ name: 'mask', look: 'mask', points: Float64Array.from(points), quads: Uint32Array.from(quads) }];
}

/** Cloth spans hollows: each point moves out to the mean of its neighbours, never in. */
function stretched(radii: readonly number[], columns: number, rows: number): number[] {
  return radii.map((radius, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    let [sum, count] = [0, 0];
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        sum += numberAt(radii, r * columns + c);
        count++;
      }
    }
    return Math.max(radius, sum / count);
  });
}
