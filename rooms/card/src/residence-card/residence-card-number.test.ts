import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residenceCardNumber } from './residence-card-number.ts';

const read = (typed: string) => {
  const number = residenceCardNumber(typed);
  return number === undefined ? undefined : Buffer.from(number).toString('latin1');
};

describe('residenceCardNumber', () => {
  it.each(['AB12345678CD', 'ab12345678cd', 'AB 12345678 CD', 'AB-1234-5678-CD', 'ＡＢ１２３４５６７８ＣＤ'])(
    'takes %s',
    (typed) => expect(read(typed)).toBe('AB12345678CD'),
  );

  it.each(['', 'AB1234567CD', 'A112345678CD', 'ABO2345678CD', 'AB12345678CDE', '亜B12345678CD'])(
    'does not take %s',
    (typed) => expect(read(typed)).toBeUndefined(),
  );

  it('gives twelve capital letters and digits or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const number = read(typed);
        expect(number === undefined || /^[A-Z]{2}\d{8}[A-Z]{2}$/.test(number)).toBe(true);
      }),
    );
  });
});
