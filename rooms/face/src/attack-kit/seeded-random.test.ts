import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChance } from './chance.ts';
import { seededRandom } from './seeded-random.ts';

const take = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('numbers from a seed', () => {
  it('are the same for the same seed and lie from 0 to under 1', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const numbers = take(seed, 20);
        expect(take(seed, 20)).toEqual(numbers);
        for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
      }),
    );
  });

  it('are others for another seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        expect(take(one, 8)).not.toEqual(take(other, 8));
      }),
    );
  });

  it('are spread evenly, and their normal ones have mean 0 and deviation 1', () => {
    const tenths = new Array(10).fill(0);
    for (const number of take('even', 20_000)) tenths[Math.floor(number * 10)] += 1;
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(180);
    const chance = createChance(seededRandom('normal'));
    const normal = Array.from({ length: 20_000 }, () => chance.normal());
    const mean = normal.reduce((sum, v) => sum + v, 0) / normal.length;
    const variance = normal.reduce((sum, v) => sum + (v - mean) ** 2, 0) / normal.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});
