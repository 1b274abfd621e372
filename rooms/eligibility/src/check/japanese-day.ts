import type { CalendarDate } from '@honnin/insurance';

/** The day it is in Japan (UTC+9, no summer time) at a moment. */
export function japaneseDay(at: Date): CalendarDate {
  return new Date(at.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
