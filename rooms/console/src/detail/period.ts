import type { Locale } from '@honnin/appearance';
import { formatDate } from '../dates/format-date.ts';

/** From a day to a day, either of which may be missing; null when both are. A line may break between them only. */
export function period(from: string | undefined, to: string | undefined, locale: Locale): string | null {
  if (from === undefined && to === undefined) return null;
  const begins = from === undefined ? '' : formatDate(from, locale);
  const ends = to === undefined ? '' : formatDate(to, locale);
  return locale === 'ja' ? `${begins}～\u200B${ends}` : `${begins} – ${ends}`.trim();
}
