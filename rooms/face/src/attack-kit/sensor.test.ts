import { describe, expect, it } from 'vitest';
import type { Canvas } from './canvas.ts';
import { createChance } from './chance.ts';
import { seededRandom } from './seeded-random.ts';
import { createSensor } from './sensor.ts';

const size = 96;
function grey(value: number): Canvas {
  return { width: size, height: size, data: new Float32Array(size * size * 3).fill(value) };
}

function develop(canvas: Canvas, settings: { read: number; shot: number; softness?: number }, gain = 1) {
  const sensor = createSensor({ softness: 0, ...settings }, createChance(seededRandom('sensor')));
  const frames = [0, 1].map(() => {
    const out = new Uint8Array(canvas.data.length);
    sensor.develop(canvas, gain, out);
    return out;
  });
  return frames as [Uint8Array, Uint8Array];
}

function deviation(values: Uint8Array): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
}

describe('the sensor', () => {
  it('has other noise in every frame', () => {
    const [one, other] = develop(grey(128), { read: 0.002, shot: 0.012 });
    expect(one).not.toEqual(other);
    expect(deviation(one)).toBeGreaterThan(0.7);
  });

  it('gives the same frame again without noise', () => {
    const [one, other] = develop(grey(128), { read: 0, shot: 0 });
    expect(one).toEqual(other);
    expect(deviation(one)).toBe(0);
  });

  it('follows the square root law: in linear light, four times the light has twice the noise', () => {
    const bright = 200;
    const quarter = 255 * ((bright / 255) ** 2.2 / 4) ** (1 / 2.2);
    const linear = (values: Uint8Array) => deviation(values) * (meanOf(values) / 255) ** 1.2;
    const [dark] = develop(grey(quarter), { read: 0, shot: 0.03 });
    const [light] = develop(grey(bright), { read: 0, shot: 0.03 });
    expect(linear(light) / linear(dark)).toBeCloseTo(2, 0);
  });

  it('makes more light brighter, and never leaves 0 to 255', () => {
    const [usual] = develop(grey(100), { read: 0, shot: 0 });
    const [brighter] = develop(grey(100), { read: 0, shot: 0 }, 2);
    expect(meanOf(brighter)).toBeGreaterThan(meanOf(usual) * 1.2);
    const [glare] = develop(grey(700), { read: 0, shot: 0.02 });
    expect(meanOf(glare)).toBeGreaterThan(250);
  });

  it('softens an edge to both sides and keeps the light', () => {
    const canvas = grey(50);
    for (let y = 0; y < size; y++) {
      canvas.data.fill(150, (y * size + size / 2) * 3, (y + 1) * size * 3);
    }
    const [sharp] = develop(canvas, { read: 0, shot: 0 });
    const [soft] = develop(canvas, { read: 0, shot: 0, softness: 0.4 });
    const row = (values: Uint8Array) => [47, 48].map((x) => values[(40 * size + x) * 3] ?? 0);
    expect(row(sharp)).toEqual([50, 150]);
    expect(row(soft)[0]).toBeGreaterThan(60);
    expect(row(soft)[1]).toBeLessThan(140);
    expect(meanOf(soft)).toBeCloseTo(meanOf(sharp), 0);
  });
});

function meanOf(values: Uint8Array): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
