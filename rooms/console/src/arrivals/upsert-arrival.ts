import type { Arrival } from '@honnin/reception/staff-api';

/** Puts an arrival in, in place of an older state of the same visit; newest visit first. */
export function upsertArrival(arrivals: readonly Arrival[], arrival: Arrival): readonly Arrival[] {
  const known = arrivals.find(({ visitId }) => visitId === arrival.visitId);
  // The stream may repeat what the snapshot had already; what is older than the known state changes nothing.
  if (known !== undefined && known.updatedAt > arrival.updatedAt) return arrivals;
  return [...arrivals.filter(({ visitId }) => visitId !== arrival.visitId), arrival].sort(
    (a, b) => b.openedAt.localeCompare(a.openedAt) || a.visitId.localeCompare(b.visitId),
  );
}
