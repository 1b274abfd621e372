import { calendarDate, eras } from './eras.ts';

/** A field as one line says it. */
export interface ParsedField {
  readonly value: string;
  /** Which letters of the line's plain text it rests on: first, and one behind the last. */
  readonly from: number;
  readonly to: number;
}

const date = '(元|\\d{1,2})年(\\d{1,2})月(\\d{1,2})日';

/**
 * The birth date, `YYYY-MM-DD`, as a card prints it: 昭和59年5月12日生, 令和元年…, or for some foreign residents
 * 1998年9月2日生. Null when the line says none, or a day that its era never had.
 */
export function parseBirthDate(text: string): ParsedField | null {
  for (const { pattern, first, last, yearOne } of eras) {
    const found = new RegExp(`${pattern}${date}`).exec(text);
    if (found === null) continue;
    const [all, year = '', month, day] = found;
    const count = year === '元' ? 1 : Number(year);
    const value = count < 1 ? null : calendarDate(yearOne + count - 1, Number(month), Number(day));
    if (value === null || value < first || value > last) return null;
    return { value, from: found.index, to: found.index + all.length };
  }
  const found = /(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?=生)/.exec(text);
  if (found === null) return null;
  const value = calendarDate(Number(found[1]), Number(found[2]), Number(found[3]));
  return value === null ? null : { value, from: found.index, to: found.index + found[0].length };
}

/** The day until which the card is valid, `YYYY-MM-DD`: 2033年5月12日まで有効. */
export function parseExpiryDate(text: string): ParsedField | null {
  const found = /(?<!\d)(20\d\d)年(\d{1,2})月(\d{1,2})日(?=.{0,4}有)/.exec(text);
  if (found === null) return null;
  const value = calendarDate(Number(found[1]), Number(found[2]), Number(found[3]));
  return value === null ? null : { value, from: found.index, to: found.index + found[0].length };
}

/** The security code: a line of four digits and nothing else. */
export function parseSecurityCode(text: string): ParsedField | null {
  return /^\d{4}$/.test(text) ? { value: text, from: 0, to: 4 } : null;
}
