import { reason } from '@honnin/outcome';
import { openedOf } from './session-of.ts';
import type { Work } from './work.ts';

const noInsuranceCard = 'document-not-insurance-card';

/** Hands statement and consents over; needs no card any more. */
export const submitIdentification: Work = async ({ tools, memory, context, signal }) => {
  if (memory.statement === null) throw new Error('no statement was issued');
  const { visitId } = openedOf(memory);
  const { prescriptionIssue } = memory;
  const result = await tools.reception.submit(
    visitId,
    {
      statement: memory.statement,
      consents: context.inGrace ? [] : memory.consents,
      ...(prescriptionIssue === null ? {} : { prescriptionIssue }),
    },
    signal,
  );
  if (result.status === 'failed') return { type: 'reception-failed', reason: result.reason };
  // Could not be answered now: the same identification may be handed in again, and reception knows it again.
  if (result.value.status === 'undetermined') {
    return { type: 'reception-failed', reason: result.value.reasons[0] ?? reason('result-needs-desk') };
  }
  if (result.value.status !== 'accepted') {
    const { reasons } = result.value;
    // The service looked at the statement, and reception shows the desk who waits for what.
    if (context.document === 'residence-card' && reasons.some(({ code }) => code === noInsuranceCard)) {
      return { type: 'insurance-at-desk' };
    }
    return { type: 'result-refused', reasons: reasons.length > 0 ? reasons : [reason('result-needs-desk')] };
  }
  memory.result = result.value;
  return { type: 'result-accepted' };
};
