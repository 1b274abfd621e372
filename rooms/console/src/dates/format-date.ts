import type { Locale } from '@honnin/appearance';
import { ageOn } from './age-on.ts';
import { eraOf } from './era-of.ts';

const english = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day in the reader's language with its era year: 2026年7月31日（令和8年） or 31 Jul 2026 (Reiwa 8). */
export function formatDate(date: string, locale: Locale): string {
  const era = eraOf(date);
  if (locale === 'en') {
    return `${english.format(new Date(`${date}T00:00:00Z`))}${era === null ? '' : ` (${era.en})`}`;
  }
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日${era === null ? '' : `（${era.ja}）`}`;
}

/** A person's age for people to read: years, for the first two years months. */
export function formatAge(birthDate: string, on: string, locale: Locale): string {
  const { years, months } = ageOn(birthDate, on);
  if (months < 24) return locale === 'ja' ? `${months}か月` : `${months} months`;
  return locale === 'ja' ? `${years}歳` : `age ${years}`;
}
