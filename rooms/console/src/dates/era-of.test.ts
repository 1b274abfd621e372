import { describe, expect, it } from 'vitest';
import { eraOf } from './era-of.ts';

describe('eraOf', () => {
  it.each([
    ['2019-04-30', '平成31年', 'Heisei 31'],
    ['2019-05-01', '令和元年', 'Reiwa 1'],
    ['1989-01-07', '昭和64年', 'Showa 64'],
    ['1989-01-08', '平成元年', 'Heisei 1'],
    ['1926-12-24', '大正15年', 'Taisho 15'],
    ['1926-12-25', '昭和元年', 'Showa 1'],
    ['1984-05-12', '昭和59年', 'Showa 59'],
  ])('puts %s into %s', (date, ja, en) => {
    expect(eraOf(date)).toEqual({ ja, en });
  });

  it('knows no era before Meiji', () => {
    expect(eraOf('1867-12-31')).toBeNull();
  });
});
