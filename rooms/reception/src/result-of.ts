import type { VisitResult } from '@honnin/identification/visit-api';
import type { VerifiedEligibility } from '@honnin/insurance';

/**
 * What the patient learns of an answer. They are sent to the desk when there is anything to settle about the
 * coverage, or when the hospital's system did not get the result.
 */
export function resultOf(answer: VerifiedEligibility, handedOver: boolean): VisitResult {
  const inForce = answer.validity === '1';
  const paysInFull = answer.coverages.some(({ cardClassification }) => cardClassification === '05');
  return {
    status: 'accepted',
    validity: answer.validity,
    personName: answer.person?.name ?? null,
    notes: [
      ...answer.notes.map(({ code }) => ({ code })),
      ...(handedOver ? [] : [{ code: 'file-not-handed-over' }]),
    ],
    staffNeeded: !inForce || paysInFull || !handedOver,
  };
}
