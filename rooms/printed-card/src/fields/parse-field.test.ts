import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBirthDate, parseExpiryDate, parseSecurityCode } from './parse-field.ts';

describe('the birth date as a card prints it', () => {
  it.each([
    ['昭和59年5月12日生', '1984-05-12'],
    ['昭和59年05月12日生', '1984-05-12'],
    ['大正15年12月24日生', '1926-12-24'],
    ['平成元年1月8日生', '1989-01-08'],
    ['令和5年3月1日生', '2023-03-01'],
    ['今和元年5月1日生', '2019-05-01'],
    ['冷和6年2月29日生性別女', '2024-02-29'],
    ['1998年9月2日生', '1998-09-02'],
  ])('%s', (text, value) => expect(parseBirthDate(text)?.value).toBe(value));

  it.each([
    ['a day before its era began', '平成元年1月7日生'],
    ['a day after its era ended', '昭和64年1月8日生'],
    ['30 February', '昭和59年2月30日生'],
    ['29 February of a common year', '昭和58年2月29日生'],
    ['the year 0', '昭和0年5月12日生'],
    ['no era that is known', '和59年5月12日生'],
    ['a western date that nobody was born on', '1998年9月2日まで'],
    ['an unfinished line', '昭和59年5月'],
  ])('is not %s', (_what, text) => expect(parseBirthDate(text)).toBeNull());

  it('is never anything else than the day that was printed, over every day of every era', () => {
    const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const days = fc.date({
      min: new Date('1912-07-30T00:00:00Z'),
      max: new Date('2026-11-24T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.boolean(), (day, padded) => {
        const parts = icu.formatToParts(day);
        const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
        const two = (value: number) => (padded ? String(value).padStart(2, '0') : String(value));
        const text = `${part('era')}${part('year')}年${two(day.getUTCMonth() + 1)}月${two(day.getUTCDate())}日生`;
        expect(parseBirthDate(text)?.value).toBe(day.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('the expiry date', () => {
  it('is the one that something is valid until', () => {
    expect(parseExpiryDate('2033年04月05日まで有効')?.value).toBe('2033-04-05');
    expect(parseExpiryDate('2033年4月5日飞有效')?.value).toBe('2033-04-05');
  });
  it('is not the certificate’s, which is written by hand beside its name, nor a year of three or five digits', () => {
    expect(parseExpiryDate('電子証明書の有効期限2028年4月5日')).toBeNull();
    expect(parseExpiryDate('12033年4月5日まで有効')).toBeNull();
    expect(parseExpiryDate('203年4月5日まで有効')).toBeNull();
  });
});

describe('the security code', () => {
  it('is four digits alone', () => {
    expect(parseSecurityCode('0042')?.value).toBe('0042');
    for (const text of ['042', '00421', '0042年', 'O042']) expect(parseSecurityCode(text)).toBeNull();
  });
});

it('takes any text without failing, and answers only days that there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const parse of [parseBirthDate, parseExpiryDate]) {
        const found = parse(text);
        if (found !== null) expect(new Date(`${found.value}T00:00:00Z`).toISOString()).toContain(found.value);
      }
    }),
  );
});
