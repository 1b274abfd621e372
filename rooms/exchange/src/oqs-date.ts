import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** `YYYY-MM-DD` or `YYYY-MM` to the digits of OQS files (`yyyyMMdd`, `yyyyMM`). */
export function toOqsDate(date: string): string {
  return date.replaceAll('-', '');
}

/** `yyyyMMdd` to `YYYY-MM-DD`; fails with `format-wrong` when it is no day of the calendar. */
export function fromOqsDate(digits: string): Attempt<string> {
  const parts = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(digits);
  if (parts === null) return failed(reason('format-wrong', 'a date is yyyyMMdd'));
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date
    ? failed(reason('format-wrong', 'no such day'))
    : done(date);
}

/** `yyyyMM` to `YYYY-MM`; fails with `format-wrong`. */
export function fromOqsMonth(digits: string): Attempt<string> {
  const parts = /^([0-9]{4})(0[1-9]|1[0-2])$/.exec(digits);
  return parts === null
    ? failed(reason('format-wrong', 'a month is yyyyMM'))
    : done(`${parts[1]}-${parts[2]}`);
}
