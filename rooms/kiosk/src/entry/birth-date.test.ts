import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateOf, type Era } from './birth-date.ts';

const today = '2026-11-24';
const typed = (era: Era, year: string, month: string, day: string) =>
  birthDateOf({ era, year, month, day }, today);

describe('birthDateOf', () => {
  it('turns what a card prints into a date', () => {
    expect(typed('showa', '59', '5', '12')).toBe('1984-05-12');
    expect(typed('taisho', '15', '12', '24')).toBe('1926-12-24');
    expect(typed('reiwa', '1', '5', '1')).toBe('2019-05-01');
    expect(typed('western', '1990', '02', '03')).toBe('1990-02-03');
  });

  it('knows on which day an era begins and ends', () => {
    expect(typed('showa', '64', '1', '7')).toBe('1989-01-07');
    expect(typed('showa', '64', '1', '8')).toBeNull();
    expect(typed('heisei', '1', '1', '7')).toBeNull();
    expect(typed('heisei', '31', '4', '30')).toBe('2019-04-30');
    expect(typed('heisei', '31', '5', '1')).toBeNull();
    expect(typed('showa', '1', '12', '24')).toBeNull();
  });

  it('refuses days that do not exist, are unfinished, or are still to come', () => {
    expect(typed('showa', '50', '2', '30')).toBeNull();
    expect(typed('showa', '50', '13', '1')).toBeNull();
    expect(typed('showa', '0', '1', '1')).toBeNull();
    expect(typed('showa', '50', '', '1')).toBeNull();
    expect(typed('western', '2027', '1', '1')).toBeNull();
    expect(typed('western', '20', '1', '1')).toBeNull();
  });

  it('agrees with the Japanese calendar of the platform on every day', () => {
    const calendar = new Intl.DateTimeFormat('en-u-ca-japanese', { year: 'numeric', timeZone: 'UTC' });
    const days = fc.date({
      min: new Date('1912-07-30T00:00:00Z'),
      max: new Date('2026-11-24T00:00:00Z'),
      noInvalidDate: true,
    });
    const eraOf: Readonly<Record<string, Era>> = {
      Taishō: 'taisho',
      Shōwa: 'showa',
      Heisei: 'heisei',
      Reiwa: 'reiwa',
    };
    fc.assert(
      fc.property(days, (day) => {
        const parts = calendar.formatToParts(day);
        const name = parts.find(({ type }) => type === 'era')?.value ?? '';
        const year = parts.find(({ type }) => type === 'year')?.value ?? '';
        const era = eraOf[name];
        if (era === undefined) throw new Error(`no such era: ${name}`);
        const iso = day.toISOString().slice(0, 10);
        expect(typed(era, year, iso.slice(5, 7), iso.slice(8, 10))).toBe(iso);
      }),
    );
  });
});
