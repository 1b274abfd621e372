import { randomBytes } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { CountryRecords } from './country-records.ts';
import { seedCountry } from './seed-country.ts';

describe('seedCountry', () => {
  it('makes as many people as asked for, in slices that can be loaded', () => {
    const check = Compile(CountryRecords);
    const slices = [...seedCountry({ persons: 2_500, random: randomBytes, year: 2026, sliceSize: 1_000 })];
    expect(slices.map(({ people }) => people.length)).toEqual([1_000, 1_000, 500]);
    expect(slices.every((slice) => check.Check(slice))).toBe(true);
    expect(new Set(slices.flatMap(({ people }) => people.map(({ id }) => id))).size).toBe(2_500);
  });
});
