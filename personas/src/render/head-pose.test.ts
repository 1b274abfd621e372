import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turned } from './head-pose.ts';

const none = { yaw: 0, pitch: 0, roll: 0 };
const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const point = fc.tuple(coordinate, coordinate, coordinate);
const angle = fc.double({ min: -60, max: 60, noNaN: true });

describe('turning the head', () => {
  it('moves the nose to larger x when the person turns to their own left', () => {
    const [x = 0] = turned([0, 0, 1], [0, 0, 0], { ...none, yaw: 20 });
    expect(x).toBeGreaterThan(0.3);
  });

  it('raises the nose when the person looks up', () => {
    const [, y = 0] = turned([0, 0, 1], [0, 0, 0], { ...none, pitch: 10 });
    expect(y).toBeGreaterThan(0.1);
  });

  it('keeps every distance from the pivot', () => {
    fc.assert(
      fc.property(point, point, angle, angle, angle, (p, pivot, yaw, pitch, roll) => {
        const moved = turned(p, pivot, { yaw, pitch, roll });
        const far = (q: readonly number[]) => Math.hypot(...q.map((value, i) => value - (pivot[i] ?? 0)));
        expect(far(moved)).toBeCloseTo(far(p), 9);
      }),
    );
  });
});
