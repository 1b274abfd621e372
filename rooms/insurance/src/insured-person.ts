import { type Static, Type } from 'typebox';
import { CalendarDate } from './calendar.ts';
import { Sex } from './code-lists.ts';

/** Names as registered: full-width, variant characters kept, never empty. */
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001F\\u007F]+$' });

/** Full-width katakana with full-width space and marks; made half-width only when a file is written. */
const Kana = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[\\u30A0-\\u30FF\\u3000\\uFF08\\uFF09\\uFF0C\\uFF0D\\uFF0E]+$',
});

/** An insured person as the insurer has registered them. */
export const InsuredPerson = Type.Object(
  {
    name: Name,
    /** A name in daily use beside the registered one. */
    nameOfOther: Type.Optional(Name),
    kana: Kana,
    kanaOfOther: Type.Optional(Kana),
    sex: Sex,
    birthDate: CalendarDate,
    /** The address known to the insurer; may differ from the resident register. */
    address: Type.Optional(
      Type.String({ minLength: 1, maxLength: 400, pattern: '^[^\\u0000-\\u001F\\u007F]+$' }),
    ),
    postCode: Type.Optional(Type.String({ pattern: '^[0-9]{3}-[0-9]{4}$' })),
  },
  { additionalProperties: false },
);
export type InsuredPerson = Static<typeof InsuredPerson>;
