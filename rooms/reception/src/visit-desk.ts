import { createHash, randomUUID } from 'node:crypto';
import { eligibilityAudience } from '@honnin/identification';
import type {
  IdentificationSubmission,
  OpenedVisit,
  StaffDecision,
  VisitResult,
} from '@honnin/identification/visit-api';
import { boundsOfDay, type ConsentGroup, codeLists, dayInJapan } from '@honnin/insurance';
import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import type { ArrivalFeed } from './arrival-feed.ts';
import { arrivalOf } from './arrival-of.ts';
import { createAttention } from './attention-of.ts';
import { createChangeSignal } from './change-signal.ts';
import { lookUpVisit } from './look-up-visit.ts';
import type { KnownTerminal, ReceptionSettings, ReceptionTimes } from './reception-options.ts';
import type { Arrival, ArrivalState } from './staff-api.ts';
import { sweepVisits } from './sweep-visits.ts';
import type { Visit } from './visit.ts';
import type { VisitContext } from './visit-context.ts';
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

const anyState: readonly ArrivalState[] = [
  'identifying',
  'help-wanted',
  'looking-up',
  'problem',
  'done',
  'left',
];

export function createVisitDesk({ store, feed, times, settings }: Parts): VisitDesk {
  const { clock, log } = settings;
  const attention = createAttention(settings.failureTables ?? []);
  const signal = createChangeSignal();
  const underWay: VisitContext['underWay'] = new Map();
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

  const context: VisitContext = { store, times, settings, underWay, change };

  /** Reads the visit only now that it is entered as under way: another lookup may have ended just before. */
  async function answer(
    terminal: KnownTerminal,
    visitId: string,
    submission: IdentificationSubmission,
    hash: string,
  ): Promise<Attempt<VisitResult>> {
    const found = await visitOf(terminal, visitId);
    if (found.status === 'failed') return found;
    const { state, result, submissionHash } = found.value;
    // What could not be decided may be asked again; every other result stays.
    if (result !== null && result.status !== 'undetermined') {
      return submissionHash === hash ? done(result) : failed(reason('visit-already-answered'));
    }
    if (state === 'left') return failed(reason('visit-ended'));
    return lookUpVisit(context, found.value, submission, hash);
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
      const known = await visitOf(terminal, visitId);
      if (known.status === 'failed') return known;
      // From here to the entry in `underWay` nothing is awaited, so two requests cannot both pass.
      const running = underWay.get(visitId);
      if (running !== undefined) {
        return running.hash === hash ? running.result : failed(reason('visit-busy'));
      }
      const promise = answer(terminal, visitId, submission, hash).finally(() => underWay.delete(visitId));
      underWay.set(visitId, { hash, result: promise });
      return promise;
    },

    async wantHelp(terminal, visitId, why) {
      const found = await visitOf(terminal, visitId);
      if (found.status === 'failed') return found;
      // Its file may still be waiting for the folder: a visit with an answer goes back to nothing.
      if (found.value.result?.status === 'accepted') return failed(reason('visit-ended'));
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

    sweep: () => sweepVisits(context),

    async settle() {
      await Promise.allSettled([...underWay.values()].map(({ result }) => result));
    },
  };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
