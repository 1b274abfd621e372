import { describe, expect, it } from 'vitest';
import { ageOn } from './age-on.ts';

describe('ageOn', () => {
  it.each([
    ['1984-05-12', '2026-05-11', 41],
    ['1984-05-12', '2026-05-12', 42],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['1936-08-03', '2026-11-23', 90],
  ])('of somebody born on %s is, on %s, %i years', (birthDate, on, years) => {
    expect(ageOn(birthDate, on).years).toBe(years);
  });

  it('counts the months of an infant', () => {
    expect(ageOn('2025-12-15', '2026-11-23')).toEqual({ years: 0, months: 11 });
    expect(ageOn('2026-11-23', '2026-11-23')).toEqual({ years: 0, months: 0 });
  });
});
