import type { Arrival } from '@honnin/reception/staff-api';

/** Whole minutes since the visit last changed: for a patient who asked for help, how long they have waited. */
export function waitingMinutes(arrival: Pick<Arrival, 'updatedAt'>, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(arrival.updatedAt)) / 60_000));
}
