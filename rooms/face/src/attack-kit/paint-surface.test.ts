import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Canvas } from './canvas.ts';
import { type Pinhole, paintSurface, type RoomLight } from './paint-surface.ts';
import { pointOnSurface, type Surface } from './surface.ts';
import { createTexture } from './texture.ts';

const pinhole: Pinhole = { focal: 470, centreX: 320, centreY: 240 };
const evenLight: RoomLight = { lamp: [0, 0, -1], ambient: 1, diffuse: 0 };

/** Grey paper, 200 by 200 mm, with a white spot of 12 by 12 mm whose middle is at (s, t). */
function spotted(s: number, t: number): Surface {
  const side = 400;
  const data = new Uint8Array(side * side * 3).fill(60);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (Math.abs((x + 0.5) / 2 - 100 - s) < 6 && Math.abs((y + 0.5) / 2 - 100 - t) < 6) {
        data.fill(255, (y * side + x) * 3, (y * side + x) * 3 + 3);
      }
    }
  }
  return {
    texture: createTexture({ width: side, height: side, data }),
    area: { left: -100, top: -100, right: 100, bottom: 100 },
    pose: { x: 0, y: 0, z: 450, yaw: 0, pitch: 0, roll: 0 },
    curvature: 0,
    axis: 0,
    material: { emission: 0, gloss: 0, grid: null },
  };
}

function paint(surface: Surface): Canvas {
  const canvas: Canvas = { width: 640, height: 480, data: new Float32Array(640 * 480 * 3) };
  paintSurface(canvas, pinhole, evenLight, surface);
  return canvas;
}

/** Middle of what is brighter than the paper. */
function brightMiddle({ data, width }: Canvas): readonly [number, number] {
  let [sum, x, y] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 3) {
    const bright = Math.max(0, (data[i] ?? 0) - 65);
    sum += bright;
    x += bright * ((i / 3) % width);
    y += bright * Math.floor(i / 3 / width);
  }
  return [x / sum, y / sum];
}

describe('painting a sheet', () => {
  it('puts a spot where the perspective of plane or cylinder has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: -40, max: 40 }),
        fc.double({ min: -0.6, max: 0.6, noNaN: true }),
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        fc.constantFrom(0, 1 / 90, 1 / 200, -1 / 150),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (s, t, yaw, pitch, roll, curvature, axis) => {
          const flat = spotted(s, t);
          const surface = { ...flat, curvature, axis, pose: { ...flat.pose, yaw, pitch, roll } };
          const [x, y, z] = pointOnSurface(surface, s, t);
          const [seenX, seenY] = brightMiddle(paint(surface));
          expect(Math.abs(seenX - (320 + (470 * x) / z))).toBeLessThan(0.5);
          expect(Math.abs(seenY - (240 + (470 * y) / z))).toBeLessThan(0.5);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('covers the pixels of its edge by their share', () => {
    const surface = spotted(0, 0);
    const { data } = paint({ ...surface, pose: { ...surface.pose, x: 0.2 } });
    const row = Array.from({ length: 640 }, (_, x) => data[(100 + 240 * 0 + 640 * 140 + x - 100) * 3] ?? 0);
    const covered = row.reduce((sum, value) => sum + value / 60, 0);
    expect(covered).toBeCloseTo((200 * 470) / 450, 0);
    expect(row.filter((value) => value > 2 && value < 58).length).toBeLessThanOrEqual(2);
  });

  it('leaves open what is cut out', () => {
    const surface = spotted(0, 0);
    const [{ width, height, rgb }] = surface.texture.levels;
    const alpha = new Uint8Array(width * height).fill(255);
    for (let y = 150; y < 250; y++) alpha.fill(0, y * width + 150, y * width + 250);
    const { data } = paint({ ...surface, texture: createTexture({ width, height, data: rgb }, alpha) });
    expect(data[(240 * 640 + 320) * 3]).toBe(0);
    expect(data[(200 * 640 + 250) * 3]).toBeGreaterThan(50);
  });

  it('shows beats of the two grids on a screen, and none on paper', () => {
    const surface = spotted(60, 60);
    const screen = {
      ...surface,
      material: { emission: 1, gloss: 0, grid: { pitch: 0.63, area: surface.area } },
    };
    const unevenness = ({ data }: Canvas) => {
      const row = Array.from({ length: 120 }, (_, i) => data[(240 * 640 + 230 + i) * 3] ?? 0);
      return Math.max(...row) - Math.min(...row);
    };
    expect(unevenness(paint(surface))).toBeLessThan(1);
    expect(unevenness(paint(screen))).toBeGreaterThan(5);
  });
});
