import { describe, expect, it } from 'vitest';
import { fourierPower } from './fourier-power.ts';

describe('fourierPower', () => {
  it('puts a wave where its frequency is, and nowhere else', () => {
    const side = 32;
    const wave = Float64Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      return Math.cos((2 * Math.PI * (5 * x + 3 * y)) / side);
    });
    const power = fourierPower(wave, side);
    const strong = [...power.entries()].filter(([, v]) => v > 1).map(([i]) => i);
    expect(strong).toEqual([3 * side + 5, (side - 3) * side + side - 5]);
    expect(power[3 * side + 5]).toBeCloseTo((side * side) ** 2 / 4, 3);
  });
});
