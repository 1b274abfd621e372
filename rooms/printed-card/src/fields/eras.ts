/** The eras a card may name, as the recognition network reads them: it writes 令和 as 今和 every time. */
export const eras = [
  { pattern: '[令今合冷]和', first: '2019-05-01', last: '9999-12-31', yearOne: 2019 },
  { pattern: '平[成戌戊]', first: '1989-01-08', last: '2019-04-30', yearOne: 1989 },
  { pattern: '[昭照招沼]和', first: '1926-12-25', last: '1989-01-07', yearOne: 1926 },
  { pattern: '大正', first: '1912-07-30', last: '1926-12-24', yearOne: 1912 },
  { pattern: '明治', first: '1868-10-23', last: '1912-07-29', yearOne: 1868 },
] as const;

/** The date as `YYYY-MM-DD`; null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  // Date lets 30 February run over into March.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date ? date : null;
}
