import type { Interval } from './binomial-interval.ts';

/** A share as people read it: 0.42 %, 0.0008 %; a dash where the data cannot say. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Number((share * 100).toPrecision(share < 0.0995 ? 2 : 3))} %`;
}

/** An interval of shares; empty when there is none. */
export function percentRange(interval: Interval | null): string {
  return interval === null ? '' : `${percent(interval.low)} to ${percent(interval.high)}`;
}

/** A false match rate as "1 in 10,000"; rounded to two digits. */
export function oneIn(share: number): string {
  return share === 0 ? 'none' : `1 in ${count(Number((1 / share).toPrecision(2)))}`;
}

/** 29,600,000 */
export function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** An interval of rare shares: "1 in 260,000 to 1 in 74,000". */
export function oneInRange(interval: Interval | null): string {
  return interval === null ? '' : `${oneIn(interval.low)} to ${oneIn(interval.high)}`;
}
