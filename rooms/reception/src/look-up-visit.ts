import { randomUUID } from 'node:crypto';
import { eligibilityAudience } from '@honnin/identification';
import type { IdentificationSubmission, VisitResult } from '@honnin/identification/visit-api';
import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import { askEligibility } from './ask-eligibility.ts';
import { finishVisit } from './finish-visit.ts';
import type { Log } from './log.ts';
import { readStatement } from './read-statement.ts';
import type { ArrivalState } from './staff-api.ts';
import type { Visit } from './visit.ts';
import type { VisitContext } from './visit-context.ts';

const beforeResult: readonly ArrivalState[] = ['identifying', 'help-wanted', 'looking-up', 'problem'];

/**
 * Takes an identification to the eligibility service and its answer to the hospital's folder. Whatever is not a
 * verified answer leaves the folder alone.
 */
export async function lookUpVisit(
  context: VisitContext,
  visit: Visit,
  submission: IdentificationSubmission,
  hash: string,
): Promise<Attempt<VisitResult>> {
  const { store, settings, times } = context;
  const { log } = settings;
  const { visitId } = visit;
  // The answer came, and then reception stopped: asking again would make a second file.
  if (visit.submissionHash === hash && visit.fileCounter !== null && visit.answer?.status === 'verified') {
    return finishVisit(context, visit, visit.answer);
  }
  const statement = readStatement(submission.statement, {
    nonce: visit.nonce,
    audience: eligibilityAudience,
    terminalId: visit.terminalId,
  });
  if (statement.status === 'failed') return refuse(log, visitId, statement.reason);
  const { method, staff } = statement.value;
  if (method === 'staff' && (visit.decision !== 'confirmed' || visit.decidedBy !== staff?.id)) {
    return refuse(log, visitId, reason('staff-not-confirmed'));
  }
  const requestId =
    visit.submissionHash === hash && visit.requestId !== null ? visit.requestId : randomUUID();
  const claimed = await context.change(visitId, beforeResult, {
    state: 'looking-up',
    method,
    submissionHash: hash,
    requestId,
    prescriptionIssue: submission.prescriptionIssue ?? null,
    answer: null,
    result: null,
    fileCounter: null,
    fileProblem: null,
  });
  if (claimed === undefined) return failed(reason('visit-ended'));

  const asked = await askEligibility(
    {
      requestId,
      statement: submission.statement,
      onDate: visit.onDate,
      institutionCode: settings.institution.code,
      consents: submission.consents,
      ...(submission.prescriptionIssue === undefined
        ? {}
        : { prescriptionIssue: submission.prescriptionIssue }),
    },
    {
      ...settings.eligibility,
      fetch: settings.fetch ?? globalThis.fetch,
      timeoutMs: times.lookUpMs,
    },
  );
  if (asked.status === 'failed') {
    log.warn({ visitId, reason: asked.reason }, 'the eligibility service could not be asked');
    return finishWithout(
      context,
      visitId,
      { status: 'undetermined', reasons: [{ code: asked.reason.code }] },
      null,
    );
  }
  const answer = asked.value;
  if (answer.status !== 'verified') {
    const reasons = answer.reasons.map(({ code }) => ({ code }));
    if (reasons.length === 0) {
      reasons.push({ code: answer.status === 'rejected' ? 'check-refused' : 'check-undecided' });
    }
    const status = answer.status === 'rejected' ? 'refused' : 'undetermined';
    return finishWithout(context, visitId, { status, reasons }, answer);
  }
  // The counter is kept before the file is written, so that a second try makes the same file.
  const planned = await context.change(visitId, ['looking-up'], {
    answer,
    fileCounter: await store.nextFileCounter(),
  });
  return planned === undefined ? failed(reason('visit-ended')) : finishVisit(context, planned, answer);
}

/** A statement that does not belong to the visit changes nothing: the right one may still come. */
function refuse(log: Log, visitId: string, why: Reason): Attempt<VisitResult> {
  log.warn({ visitId, reason: why }, 'a statement was refused');
  return done({ status: 'refused', reasons: [{ code: why.code }] });
}

async function finishWithout(
  context: VisitContext,
  visitId: string,
  result: VisitResult,
  answer: Visit['answer'],
): Promise<Attempt<VisitResult>> {
  const changed = await context.change(visitId, ['looking-up'], { state: 'problem', result, answer });
  return changed === undefined ? failed(reason('visit-ended')) : done(result);
}
