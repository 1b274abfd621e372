import { setTimeout as pause } from 'node:timers/promises';
import { reason } from '@honnin/outcome';
import { openedOf } from './session-of.ts';
import type { Work } from './work.ts';

/** How many polls may fail one after another before the patient is told to go to the desk. */
const toleratedFailures = 3;

/** Calls staff and waits for what they decide, however long that takes; ends when the visit goes elsewhere. */
export const waitForStaff: Work = async ({ tools, memory, context, signal }) => {
  const { visitId } = openedOf(memory);
  const why = context.reasons.at(-1) ?? reason('staff-called');
  const called = await tools.reception.help(visitId, { reason: why }, signal);
  if (called.status === 'failed') return { type: 'reception-failed', reason: called.reason };
  for (let failures = 0; ; ) {
    const answer = await tools.reception.staffDecision(visitId, signal);
    signal.throwIfAborted();
    if (answer.status === 'failed') {
      failures += 1;
      if (failures > toleratedFailures) return { type: 'reception-failed', reason: answer.reason };
      await pause(tools.timeouts.staffPollPauseMs, undefined, { signal });
      continue;
    }
    failures = 0;
    if (answer.value.decision === 'declined') return { type: 'staff-declined' };
    if (answer.value.decision === 'confirmed') {
      memory.staff = { id: answer.value.staffId, at: answer.value.at };
      return { type: 'staff-confirmed' };
    }
  }
};
