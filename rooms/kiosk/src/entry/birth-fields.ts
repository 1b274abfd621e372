import type { Era } from './birth-date.ts';
import type { DigitField } from './digit-fields.ts';

export type BirthFieldName = 'year' | 'month' | 'day';

/** The three fields of a birth date, in the order of the card. */
export function birthFields(era: Era): readonly DigitField<BirthFieldName>[] {
  return [
    { name: 'year', length: era === 'western' ? 4 : 2 },
    { name: 'month', length: 2, isFull: (digits) => Number(digits) > 1 },
    { name: 'day', length: 2, isFull: (digits) => Number(digits) > 3 },
  ];
}
