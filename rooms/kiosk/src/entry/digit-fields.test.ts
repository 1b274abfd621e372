import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthFields } from './birth-fields.ts';
import { type DigitEntry, type PadKey, pressKey } from './digit-fields.ts';

type Name = 'year' | 'month' | 'day';
const fields = birthFields('showa');
const empty: DigitEntry<Name> = { values: { year: '', month: '', day: '' }, active: 'year' };
const press = (keys: readonly PadKey[], from = empty) =>
  keys.reduce((entry, key) => pressKey(fields, entry, key), from);

describe('the number pad in a row of fields', () => {
  it('hands on from year to month to day without another tap', () => {
    expect(press(['5', '9', '1', '2', '0', '7'])).toEqual({
      values: { year: '59', month: '12', day: '07' },
      active: 'day',
    });
  });

  it('hands on as soon as no further digit can follow', () => {
    expect(press(['5', '9', '5', '8']).values).toEqual({ year: '59', month: '5', day: '8' });
  });

  it('waits after a first digit that may have a second', () => {
    expect(press(['5', '9', '1']).active).toBe('month');
    expect(press(['5', '9', '5', '3']).values.day).toBe('3');
  });

  it('deletes backwards through the fields', () => {
    const typed = press(['5', '9', '5']);
    expect(press(['delete'], typed)).toEqual({ values: { year: '59', month: '', day: '' }, active: 'month' });
    expect(press(['delete', 'delete', 'delete', 'delete'], typed).values.year).toBe('');
  });

  it('starts a full field anew instead of dropping the digit', () => {
    expect(press(['5', '9', '5', '1', '2', '3']).values.day).toBe('3');
  });

  it('asks for four digits of a western year', () => {
    const western = birthFields('western');
    const typed = (['1', '9', '8', '4'] as const).reduce(
      (entry, key) => pressKey(western, entry, key),
      empty,
    );
    expect(typed).toEqual({ values: { year: '1984', month: '', day: '' }, active: 'month' });
  });

  it('never holds more digits than fit, whatever is pressed', () => {
    const keys = fc.constantFrom<PadKey>('0', '1', '2', '3', '9', 'delete', 'clear');
    fc.assert(
      fc.property(fc.array(keys), (pressed) => {
        const { values } = press(pressed);
        expect(Object.values(values).every((value) => /^[0-9]{0,2}$/.test(value))).toBe(true);
      }),
    );
  });
});
