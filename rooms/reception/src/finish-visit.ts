import type { VisitResult } from '@honnin/identification/visit-api';
import type { VerifiedEligibility } from '@honnin/insurance';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { handOver } from './hand-over.ts';
import { resultOf } from './result-of.ts';
import type { Visit } from './visit.ts';
import type { VisitContext } from './visit-context.ts';

/** Files and finishes a visit whose answer and counter are kept; used again after a crash or a lost share. */
export async function finishVisit(
  context: VisitContext,
  visit: Visit,
  answer: VerifiedEligibility,
): Promise<Attempt<VisitResult>> {
  const { store, settings } = context;
  const { clock, log } = settings;
  const counter = visit.fileCounter ?? (await store.nextFileCounter());
  const file = await handOver(visit, answer, counter, settings, store.nextFileCounter);
  const handedOver = file.status === 'done';
  if (file.status === 'failed') {
    log.error({ visitId: visit.visitId, reason: file.reason }, 'the result could not be handed over');
  }
  const result = resultOf(answer, handedOver);
  // Tried again in vain: nothing has changed, and nothing is to be told.
  if (file.status === 'failed' && visit.state === 'problem' && visit.fileProblem?.code === file.reason.code)
    return done(result);
  const changed = await context.change(visit.visitId, ['looking-up', 'problem'], {
    state: handedOver ? 'done' : 'problem',
    result,
    ...(file.status === 'done'
      ? {
          fileCounter: file.value.counter,
          fileName: file.value.fileName,
          filePublishedAt: clock(),
          substitutions: file.value.substitutions,
          fileProblem: null,
        }
      : { fileProblem: file.reason }),
  });
  return changed === undefined ? failed(reason('visit-ended')) : done(result);
}
