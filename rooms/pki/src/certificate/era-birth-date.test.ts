import { describe, expect, it } from 'vitest';
import { eraBirthDate } from './era-birth-date.ts';

describe('eraBirthDate', () => {
  it.each([
    ['1980-02-17', '319800217'],
    ['1989-01-07', '319890107'],
    ['1989-01-08', '419890108'],
    ['2019-04-30', '420190430'],
    ['2019-05-01', '520190501'],
    ['1926-12-24', '219261224'],
    ['1800-01-01', '018000101'],
  ])('writes %s as %s', (birthDate, expected) => {
    expect(eraBirthDate(birthDate)).toBe(expected);
  });

  it('throws for anything that is no date of that form', () => {
    expect(() => eraBirthDate('19800217')).toThrow('YYYY-MM-DD');
  });
});
