/** How a card prints the year of birth: in a Japanese era, or for some in the western calendar. */
export type Era = 'taisho' | 'showa' | 'heisei' | 'reiwa' | 'western';

export const eras: readonly Era[] = ['taisho', 'showa', 'heisei', 'reiwa', 'western'];

/** First and last day of each era; a date is printed in the era it lies in. */
const spans: Readonly<
  Record<Era, { readonly first: string; readonly last: string; readonly yearOne: number }>
> = {
  taisho: { first: '1912-07-30', last: '1926-12-24', yearOne: 1912 },
  showa: { first: '1926-12-25', last: '1989-01-07', yearOne: 1926 },
  heisei: { first: '1989-01-08', last: '2019-04-30', yearOne: 1989 },
  reiwa: { first: '2019-05-01', last: '9999-12-31', yearOne: 2019 },
  western: { first: '1868-10-23', last: '9999-12-31', yearOne: 1 },
};

/** What was typed, as digits; empty while nothing was. */
export interface TypedBirthDate {
  readonly era: Era;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/**
 * The date as `YYYY-MM-DD`. Null when there is no such day in that era: the fields are unfinished, 30 February,
 * Showa 64 after 7 January, or a day after `today` (also `YYYY-MM-DD`).
 */
export function birthDateOf(typed: TypedBirthDate, today: string): string | null {
  const { first, last, yearOne } = spans[typed.era];
  if (typed.year === '' || typed.month === '' || typed.day === '') return null;
  const eraYear = Number(typed.year);
  if (eraYear < 1) return null;
  const year = String(yearOne + eraYear - 1).padStart(4, '0');
  const date = `${year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  // Date lets 30 February run over into March.
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date;
  return exists && date >= first && date <= last && date <= today ? date : null;
}
