import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateHomography, project } from '../liveness/homography.ts';
import { pointOnSurface, type Surface } from './surface.ts';
import { createTexture } from './texture.ts';

const texture = createTexture({ width: 4, height: 4, data: new Uint8Array(48) });
const sheet: Surface = {
  texture,
  area: { left: -100, top: -140, right: 100, bottom: 140 },
  pose: { x: 0, y: 0, z: 500, yaw: 0, pitch: 0, roll: 0 },
  curvature: 0,
  axis: 0,
  material: { emission: 0, gloss: 0, grid: null },
};

const pose = fc.record({
  x: fc.double({ min: -100, max: 100, noNaN: true }),
  y: fc.double({ min: -100, max: 100, noNaN: true }),
  z: fc.double({ min: 400, max: 900, noNaN: true }),
  yaw: fc.double({ min: -1.1, max: 1.1, noNaN: true }),
  pitch: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
  roll: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
});

const grid = [-90, -50, -15, 20, 60, 95].flatMap((s) => [-130, -60, 0, 45, 120].map((t) => [s, t] as const));

/** Where the camera sees points of the sheet, as x, y pairs. */
function view(surface: Surface): Float64Array {
  return Float64Array.from(
    grid.flatMap(([s, t]) => {
      const [x, y, z] = pointOnSurface(surface, s, t);
      return [(470 * x) / z, (470 * y) / z];
    }),
  );
}

/** Root mean square in pixels of what one homography leaves between two views. */
function residual(from: Float64Array, to: Float64Array): number {
  const homography = estimateHomography(from, to);
  if (homography === null) throw new Error('the points are on one line');
  let squares = 0;
  for (let i = 0; i < from.length; i += 2) {
    const [x, y] = project(homography, from[i] ?? 0, from[i + 1] ?? 0);
    squares += (x - (to[i] ?? 0)) ** 2 + (y - (to[i + 1] ?? 0)) ** 2;
  }
  return Math.sqrt(squares / grid.length);
}

describe('a sheet before the camera', () => {
  it('obeys one homography between any two views while it is flat', () => {
    fc.assert(
      fc.property(pose, pose, (one, other) => {
        expect(residual(view({ ...sheet, pose: one }), view({ ...sheet, pose: other }))).toBeLessThan(1e-3);
      }),
    );
  });

  it('obeys none once it is bent and turned', () => {
    const bent = { ...sheet, curvature: 1 / 90 };
    expect(residual(view(bent), view({ ...bent, pose: { ...bent.pose, yaw: 0.4 } }))).toBeGreaterThan(3);
  });

  it('keeps its lengths along the paper when it is bent', () => {
    const distance = (a: readonly number[], b: readonly number[]) =>
      Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
    fc.assert(
      fc.property(
        pose,
        fc.double({ min: -0.012, max: 0.012, noNaN: true }),
        fc.double({ min: -0.8, max: 0.8, noNaN: true }),
        (at, curvature, axis) => {
          const surface = { ...sheet, pose: at, curvature, axis };
          for (const [s, t] of [
            [0, 0],
            [50, 20],
            [-80, 100],
          ] as const) {
            const here = pointOnSurface(surface, s, t);
            expect(distance(here, pointOnSurface(surface, s + 0.01, t))).toBeCloseTo(0.01, 5);
            expect(distance(here, pointOnSurface(surface, s, t + 0.01))).toBeCloseTo(0.01, 5);
          }
        },
      ),
    );
  });

  it('turned to a person’s own left, has its right edge farther from the camera', () => {
    const turned = { ...sheet, pose: { ...sheet.pose, yaw: 0.5 } };
    expect(pointOnSurface(turned, 100, 0)[2]).toBeGreaterThan(pointOnSurface(turned, -100, 0)[2]);
  });

  it('bulges towards the camera when its curvature is positive', () => {
    const bent = { ...sheet, curvature: 0.01 };
    expect(pointOnSurface(bent, 90, 0)[2]).toBeGreaterThan(pointOnSurface(bent, 0, 0)[2]);
  });
});
