import type { Work } from './work.ts';

/** Has reception open a visit; its nonce is what the card and the terminal will sign. */
export const openVisit: Work = async ({ tools, memory, signal }) => {
  const opened = await tools.reception.open({ terminalId: tools.id }, signal);
  if (opened.status === 'failed') return { type: 'reception-failed', reason: opened.reason };
  memory.opened = opened.value;
  return {
    type: 'visit-opened',
    asksConsents: opened.value.consentGroups.length > 0,
    offersPrescriptionChoice: opened.value.offersPrescriptionChoice,
  };
};
