import type { Arrival } from '@honnin/reception/staff-api';

/**
 * Whether somebody at the desk has to act: a patient waits, or a visit ended with something to settle that no
 * colleague has marked as seen. Small notes, such as a certificate that expires soon, call nobody.
 */
export function needsStaff(arrival: Arrival): boolean {
  if (arrival.state === 'help-wanted') return true;
  if (arrival.seen) return false;
  if (arrival.state === 'problem') return true;
  if (arrival.state !== 'done') return false;
  const paysInFull = arrival.coverages.some(({ cardClassification }) => cardClassification === '05');
  return arrival.validity !== '1' || arrival.fileName === null || paysInFull;
}
