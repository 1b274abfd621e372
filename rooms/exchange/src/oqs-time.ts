import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { fromOqsDate } from './oqs-date.ts';

/** Japan has had one zone and no summer time since 1952. */
const japanOffsetMs = 9 * 3_600_000;

/** A moment as OQS files write it: `yyyyMMddHHmmss` in Japan Standard Time; parts of a second are cut. */
export function toOqsTime(at: Date): string {
  return new Date(at.getTime() + japanOffsetMs).toISOString().replace(/[-:T]/g, '').slice(0, 14);
}

/** `yyyyMMddHHmmss` in Japan Standard Time to a moment; fails with `format-wrong`. */
export function fromOqsTime(digits: string): Attempt<Date> {
  const parts = /^([0-9]{8})([01][0-9]|2[0-3])([0-5][0-9])([0-5][0-9])$/.exec(digits);
  const day = fromOqsDate(parts?.[1] ?? '');
  if (parts === null || day.status === 'failed')
    return failed(reason('format-wrong', 'a time is yyyyMMddHHmmss in Japan Standard Time'));
  return done(new Date(Date.parse(`${day.value}T${parts[2]}:${parts[3]}:${parts[4]}Z`) - japanOffsetMs));
}
