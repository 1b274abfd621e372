/** What can be printed on a card: days as `YYYY-MM-DD`. */
export interface PrintedDates {
  readonly birthDate: string;
  readonly expiryDate: string;
}

/**
 * Whether two dates can stand on one card.
 * - `agrees`: the validity ends on a birthday, as it does for everybody but residents whose stay is limited, so
 *   that both dates confirm each other.
 * - `possible`: nothing speaks against it, and nothing for it.
 * - `impossible`: born in the future or 130 years ago; valid for more than ten years from today (five for those
 *   under 18, who were so when the card was made); or run out for more than a year.
 */
export type Plausibility = 'agrees' | 'possible' | 'impossible';

/** @param today `YYYY-MM-DD` */
export function judgeDates({ birthDate, expiryDate }: PrintedDates, today: string): Plausibility {
  const age = yearsBetween(birthDate, today);
  if (birthDate > today || age > 130 || expiryDate < later(today, -1)) return 'impossible';
  const longest = age < 18 ? 5 : 10;
  if (expiryDate > later(today, longest) || expiryDate <= birthDate) return 'impossible';
  return isBirthday(birthDate, expiryDate) ? 'agrees' : 'possible';
}

/** Who was born on 29 February has their day then, the day before or the day after, as offices count it. */
function isBirthday(birthDate: string, on: string): boolean {
  const [birthday, day] = [birthDate.slice(5), on.slice(5)];
  if (birthday === '02-29') return ['02-28', '02-29', '03-01'].includes(day);
  return birthday === day;
}

const yearsBetween = (from: string, to: string) =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

/** As a text to compare with; 29 February of a common year is not written down anywhere. */
const later = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
