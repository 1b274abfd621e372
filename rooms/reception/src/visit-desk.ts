import { createHash, randomUUID } from 'node:crypto';
import { eligibilityAudience } from '@honnin/identification';
import type {
  IdentificationSubmission,
  OpenedVisit,
  StaffDecision,
  VisitResult,
} from '@honnin/identification/visit-api';
import { type ConsentGroup, codeLists, type VerifiedEligibility } from '@honnin/insurance';
import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import type { ArrivalFeed } from './arrival-feed.ts';
import { arrivalOf } from './arrival-of.ts';
import { askEligibility } from './ask-eligibility.ts';
import { createAttention } from './attention-of.ts';
import { createChangeSignal } from './change-signal.ts';
import { boundsOfDay, dayInJapan } from './day-in-japan.ts';
import { handOver } from './hand-over.ts';
import { readStatement } from './read-statement.ts';
import type { KnownTerminal, ReceptionSettings, ReceptionTimes } from './reception-options.ts';
import { resultOf } from './result-of.ts';
import type { Arrival, ArrivalState } from './staff-api.ts';
import type { Visit } from './visit.ts';
import type { VisitChange, VisitStore } from './visit-store.ts';

/** What can be done with visits; the routes only carry it over HTTP. Failures are codes of the room's table. */
export interface VisitDesk {
  open(terminal: KnownTerminal): Promise<OpenedVisit>;
  identify(
    terminal: KnownTerminal,
    visitId: string,
    submission: IdentificationSubmission,
  ): Promise<Attempt<VisitResult>>;
  wantHelp(terminal: KnownTerminal, visitId: string, why: Reason): Promise<Attempt<true>>;
  awaitDecision(
    terminal: KnownTerminal,
    visitId: string,
    waitMs: number,
    abort: AbortSignal,
  ): Promise<Attempt<StaffDecision>>;
  end(terminal: KnownTerminal, visitId: string, reasons: readonly Reason[]): Promise<Attempt<true>>;
  decide(visitId: string, decision: 'confirmed' | 'declined', staffId: string): Promise<Attempt<true>>;
  markSeen(visitId: string, staffId: string): Promise<Attempt<true>>;
  arrivals(day: string): Promise<Arrival[]>;
  /** Closes hanging visits, tries files again that could not be written, deletes old visits. */
  sweep(): Promise<void>;
  /** Waits for lookups that are under way. */
  settle(): Promise<void>;
}

interface Parts {
  readonly store: VisitStore;
  readonly feed: ArrivalFeed;
  readonly times: ReceptionTimes;
  readonly settings: ReceptionSettings;
}

const beforeResult: readonly ArrivalState[] = ['identifying', 'help-wanted', 'looking-up', 'problem'];
const anyState: readonly ArrivalState[] = [...beforeResult, 'done', 'left'];

export function createVisitDesk({ store, feed, times, settings }: Parts): VisitDesk {
  const { clock, log } = settings;
  const attention = createAttention(settings.failureTables ?? []);
  const signal = createChangeSignal();
  const underWay = new Map<string, { hash: string; result: Promise<Attempt<VisitResult>> }>();
  const groups = settings.consentGroups ?? (Object.keys(codeLists.consentGroup) as ConsentGroup[]);
  const viewOf = (visit: Visit): Arrival => arrivalOf(visit, attention(visit));

  async function change(visitId: string, states: readonly ArrivalState[], changes: VisitChange) {
    const visit = await store.change(visitId, states, changes, clock());
    if (visit !== undefined) announce(visit);
    return visit;
  }

  function announce(visit: Visit): void {
    feed.publish(viewOf(visit));
    signal.raise(visit.visitId);
  }

  async function visitOf(terminal: KnownTerminal, visitId: string): Promise<Attempt<Visit>> {
    const visit = isUuid(visitId) ? await store.get(visitId) : undefined;
    return visit === undefined || visit.terminalId !== terminal.id
      ? failed(reason('visit-not-found'))
      : done(visit);
  }

  /** Files and finishes a visit whose answer and counter are kept; used again after a crash or a lost share. */
  async function finish(visit: Visit, answer: VerifiedEligibility): Promise<Attempt<VisitResult>> {
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
    const changed = await change(visit.visitId, ['looking-up', 'problem'], {
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

  async function lookUp(
    visit: Visit,
    submission: IdentificationSubmission,
    hash: string,
  ): Promise<Attempt<VisitResult>> {
    const { visitId } = visit;
    // The answer came, and then reception stopped: asking again would make a second file.
    if (visit.submissionHash === hash && visit.fileCounter !== null && visit.answer?.status === 'verified') {
      return finish(visit, visit.answer);
    }
    const statement = readStatement(submission.statement, {
      nonce: visit.nonce,
      audience: eligibilityAudience,
    });
    if (statement.status === 'failed') return refuse(visitId, statement.reason);
    const { method, staff } = statement.value;
    if (method === 'staff' && (visit.decision !== 'confirmed' || visit.decidedBy !== staff?.id)) {
      return refuse(visitId, reason('staff-not-confirmed'));
    }
    const requestId =
      visit.submissionHash === hash && visit.requestId !== null ? visit.requestId : randomUUID();
    const claimed = await change(visitId, beforeResult, {
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
      return finishWithout(visitId, { status: 'undetermined', reasons: [{ code: asked.reason.code }] }, null);
    }
    const answer = asked.value;
    if (answer.status !== 'verified') {
      const reasons = answer.reasons.map(({ code }) => ({ code }));
      if (reasons.length === 0) {
        reasons.push({ code: answer.status === 'rejected' ? 'check-refused' : 'check-undecided' });
      }
      const status = answer.status === 'rejected' ? 'refused' : 'undetermined';
      return finishWithout(visitId, { status, reasons }, answer);
    }
    // The counter is kept before the file is written, so that a second try makes the same file.
    const planned = await change(visitId, ['looking-up'], {
      answer,
      fileCounter: await store.nextFileCounter(),
    });
    return planned === undefined ? failed(reason('visit-ended')) : finish(planned, answer);
  }

  /** A statement that does not belong to the visit changes nothing: the right one may still come. */
  function refuse(visitId: string, why: Reason): Attempt<VisitResult> {
    log.warn({ visitId, reason: why }, 'a statement was refused');
    return done({ status: 'refused', reasons: [{ code: why.code }] });
  }

  async function finishWithout(
    visitId: string,
    result: VisitResult,
    answer: Visit['answer'],
  ): Promise<Attempt<VisitResult>> {
    const changed = await change(visitId, ['looking-up'], { state: 'problem', result, answer });
    return changed === undefined ? failed(reason('visit-ended')) : done(result);
  }

  async function closeHanging(): Promise<void> {
    const now = clock().getTime();
    const close = async (states: readonly ArrivalState[], afterMs: number, changes: VisitChange) => {
      for (const visit of await store.unchangedSince(states, new Date(now - afterMs))) {
        if (!underWay.has(visit.visitId)) await change(visit.visitId, states, changes);
      }
    };
    const timedOut: VisitChange = { state: 'left', endReasons: [reason('visit-timed-out')] };
    await close(['identifying'], times.visitMs, timedOut);
    await close(['help-wanted'], times.helpMs, timedOut);
  }

  /** After a restart: answers whose file was not written yet, and lookups that nobody waits for any more. */
  async function resume(): Promise<void> {
    for (const visit of await store.withoutFile()) {
      if (underWay.has(visit.visitId) || visit.answer?.status !== 'verified') continue;
      await finish(visit, visit.answer);
    }
    const since = new Date(clock().getTime() - 2 * times.lookUpMs);
    for (const visit of await store.unchangedSince(['looking-up'], since)) {
      if (underWay.has(visit.visitId) || visit.answer !== null) continue;
      await change(visit.visitId, ['looking-up'], {
        state: 'problem',
        result: { status: 'undetermined', reasons: [{ code: 'lookup-interrupted' }] },
      });
    }
  }

  return {
    async open(terminal) {
      const at = clock();
      const nonce = Buffer.from(settings.random(32)).toString('base64url');
      const { opened, left } = await store.open(
        {
          visitId: randomUUID(),
          terminalId: terminal.id,
          terminalName: terminal.name,
          nonce,
          onDate: dayInJapan(at),
        },
        at,
      );
      for (const visit of [...left, opened]) announce(visit);
      return {
        visitId: opened.visitId,
        nonce,
        audience: eligibilityAudience,
        onDate: opened.onDate,
        consentGroups: [...groups],
        offersPrescriptionChoice: settings.offersPrescriptionChoice ?? false,
      };
    },

    async identify(terminal, visitId, submission) {
      const hash = createHash('sha256')
        .update(JSON.stringify([submission.statement, submission.consents, submission.prescriptionIssue]))
        .digest('hex');
      const found = await visitOf(terminal, visitId);
      if (found.status === 'failed') return found;
      // From here to the entry in `underWay` nothing is awaited, so two requests cannot both pass.
      const running = underWay.get(visitId);
      if (running !== undefined) {
        return running.hash === hash ? running.result : failed(reason('visit-busy'));
      }
      const { state, result, submissionHash } = found.value;
      // What could not be decided may be asked again; every other result stays.
      if (result !== null && result.status !== 'undetermined') {
        return submissionHash === hash ? done(result) : failed(reason('visit-already-answered'));
      }
      if (state === 'left') return failed(reason('visit-ended'));
      const promise = lookUp(found.value, submission, hash).finally(() => underWay.delete(visitId));
      underWay.set(visitId, { hash, result: promise });
      return promise;
    },

    async wantHelp(terminal, visitId, why) {
      const found = await visitOf(terminal, visitId);
      if (found.status === 'failed') return found;
      const visit = await change(visitId, ['identifying', 'help-wanted', 'problem'], {
        state: 'help-wanted',
        helpReason: why,
        decision: null,
        decidedBy: null,
        decidedAt: null,
        seenAt: null,
        seenBy: null,
      });
      return visit === undefined ? failed(reason('visit-ended')) : done(true);
    },

    async awaitDecision(terminal, visitId, waitMs, abort) {
      let leftMs = waitMs;
      for (;;) {
        const found = await visitOf(terminal, visitId);
        if (found.status === 'failed') return found;
        const { decision, decidedBy, decidedAt, state } = found.value;
        if (decision !== null && decidedBy !== null && decidedAt !== null) {
          return done({ decision, staffId: decidedBy, at: decidedAt.toISOString() });
        }
        if (state === 'left') return failed(reason('visit-ended'));
        if (leftMs <= 0 || abort.aborted) return done({ decision: 'pending' });
        // A decision between the read and the wait would be missed by a whole wait: look again each second.
        const stepMs = Math.min(leftMs, 1000);
        await signal.wait(visitId, stepMs, abort);
        leftMs -= stepMs;
      }
    },

    async end(terminal, visitId, reasons) {
      const found = await visitOf(terminal, visitId);
      if (found.status === 'failed') return found;
      await change(visitId, ['identifying', 'help-wanted', 'looking-up'], {
        state: 'left',
        endReasons: reasons,
      });
      return done(true);
    },

    async decide(visitId, decision, staffId) {
      if (!isUuid(visitId) || (await store.get(visitId)) === undefined)
        return failed(reason('visit-not-found'));
      const visit = await change(visitId, ['help-wanted'], {
        state: 'identifying',
        decision,
        decidedBy: staffId,
        decidedAt: clock(),
      });
      log.info({ visitId, staffId, decision, effective: visit !== undefined }, 'staff decided');
      return visit === undefined ? failed(reason('no-decision-wanted')) : done(true);
    },

    async markSeen(visitId, staffId) {
      const visit = isUuid(visitId)
        ? await change(visitId, anyState, { seenAt: clock(), seenBy: staffId })
        : undefined;
      return visit === undefined ? failed(reason('visit-not-found')) : done(true);
    },

    async arrivals(day) {
      const { from, to } = boundsOfDay(day);
      return (await store.openedBetween(from, to)).map(viewOf);
    },

    async sweep() {
      await closeHanging();
      await resume();
      await store.deleteOpenedBefore(new Date(clock().getTime() - times.keepMs));
    },

    async settle() {
      await Promise.allSettled([...underWay.values()].map(({ result }) => result));
    },
  };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
