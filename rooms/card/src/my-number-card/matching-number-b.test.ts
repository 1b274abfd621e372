import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMatchingNumberParts, matchingNumberB } from './matching-number-b.ts';

const text = (birthDate: string) =>
  Buffer.from(matchingNumberB({ birthDate, expiryYear: 2035, securityCode: '2285' })).toString('latin1');

describe('matching number B', () => {
  it('is the published example for a birth in Showa 55', () => {
    expect(text('1980-02-17')).toBe('55021720352285');
  });

  it('changes the era on the first day of the new one', () => {
    expect(text('1926-12-24').slice(0, 6)).toBe('151224');
    expect(text('1926-12-25').slice(0, 6)).toBe('011225');
    expect(text('1989-01-07').slice(0, 6)).toBe('640107');
    expect(text('1989-01-08').slice(0, 6)).toBe('010108');
    expect(text('2019-04-30').slice(0, 6)).toBe('310430');
    expect(text('2019-05-01').slice(0, 6)).toBe('010501');
    expect(text('1912-07-29').slice(0, 6)).toBe('450729');
  });

  it('agrees with the Japanese calendar of ICU on every day', () => {
    const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { year: 'numeric', timeZone: 'UTC' });
    const days = fc.date({
      min: new Date('1875-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const part = icu.formatToParts(day).find(({ type }) => type === 'year')?.value ?? '';
        const year = part === '元' ? 1 : Number(part);
        expect(Number(text(day.toISOString().slice(0, 10)).slice(0, 2))).toBe(year);
      }),
    );
  });

  it('refuses parts that no card can have', () => {
    const good = { birthDate: '1980-02-17', expiryYear: 2035, securityCode: '2285' };
    expect(isMatchingNumberParts(good)).toBe(true);
    for (const wrong of [
      { ...good, birthDate: '1980-02-30' },
      { ...good, birthDate: '19800217' },
      { ...good, birthDate: '1850-01-01' },
      { ...good, expiryYear: 35 },
      { ...good, securityCode: '228' },
      { ...good, securityCode: '228５' },
    ]) {
      expect(isMatchingNumberParts(wrong)).toBe(false);
      expect(() => matchingNumberB(wrong)).toThrow(RangeError);
    }
  });
});
