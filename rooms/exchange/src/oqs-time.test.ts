import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOqsDate } from './oqs-date.ts';
import { fromOqsTime, toOqsTime } from './oqs-time.ts';

describe('toOqsTime', () => {
  it('writes the time in Japan, where the day begins nine hours earlier', () => {
    expect(toOqsTime(new Date('2026-12-31T15:00:00Z'))).toBe('20270101000000');
  });

  it('comes back to the second (property)', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
        const read = fromOqsTime(toOqsTime(date));
        expect(read).toEqual({
          status: 'done',
          value: new Date(Math.floor(date.getTime() / 1000) * 1000),
        });
      }),
    );
  });

  it.each(['20260230000000', '20260101240000', '2026010100000', 'abcdefghijklmn', ''])(
    'refuses %s as a time',
    (digits) => {
      expect(fromOqsTime(digits).status).toBe('failed');
    },
  );

  it('refuses days that the calendar does not have', () => {
    expect(fromOqsDate('20250229').status).toBe('failed');
    expect(fromOqsDate('20240229')).toEqual({ status: 'done', value: '2024-02-29' });
  });
});
