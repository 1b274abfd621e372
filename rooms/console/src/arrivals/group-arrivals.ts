import type { Arrival } from '@honnin/reception/staff-api';
import { needsStaff } from './needs-staff.ts';

/** The list in the order in which the desk works: who needs somebody, who is at a terminal, who is through. */
export interface ArrivalGroups {
  readonly needsStaff: readonly Arrival[];
  readonly underWay: readonly Arrival[];
  readonly finished: readonly Arrival[];
}

/** Groups arrivals that are ordered newest first; those who wait for staff stand before other problems. */
export function groupArrivals(arrivals: readonly Arrival[]): ArrivalGroups {
  const calling = arrivals.filter(needsStaff);
  const rest = arrivals.filter((arrival) => !needsStaff(arrival));
  const isWaiting = ({ state }: Arrival) => state === 'help-wanted';
  const isUnderWay = ({ state }: Arrival) => state === 'identifying' || state === 'looking-up';
  return {
    needsStaff: [...calling.filter(isWaiting), ...calling.filter((arrival) => !isWaiting(arrival))],
    underWay: rest.filter(isUnderWay),
    finished: rest.filter((arrival) => !isUnderWay(arrival)),
  };
}
