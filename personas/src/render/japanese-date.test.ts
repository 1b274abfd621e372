import { describe, expect, it } from 'vitest';
import { japaneseDate } from './japanese-date.ts';

describe('a date on the card', () => {
  it.each([
    ['1984-05-12', '昭和59年5月12日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['1936-08-03', '昭和11年8月3日'],
  ])('%s is %s', (date, text) => {
    expect(japaneseDate(date)).toBe(text);
  });

  it('before the eras of the card is a bug', () => {
    expect(() => japaneseDate('1868-01-01')).toThrow(RangeError);
  });
});
