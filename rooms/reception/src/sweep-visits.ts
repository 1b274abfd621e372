import { reason } from '@honnin/outcome';
import { finishVisit } from './finish-visit.ts';
import type { ArrivalState } from './staff-api.ts';
import type { VisitContext } from './visit-context.ts';
import type { VisitChange } from './visit-store.ts';

/** Closes hanging visits, tries files again that could not be written, deletes old visits. */
export async function sweepVisits(context: VisitContext): Promise<void> {
  await closeHanging(context);
  await resume(context);
  const { store, times, settings } = context;
  await store.deleteOpenedBefore(new Date(settings.clock().getTime() - times.keepMs));
}

/** Closes visits in which nothing happens any more. */
async function closeHanging(context: VisitContext): Promise<void> {
  const { store, times, settings, underWay } = context;
  const now = settings.clock().getTime();
  const close = async (states: readonly ArrivalState[], afterMs: number, changes: VisitChange) => {
    for (const visit of await store.unchangedSince(states, new Date(now - afterMs))) {
      if (!underWay.has(visit.visitId)) await context.change(visit.visitId, states, changes);
    }
  };
  const timedOut: VisitChange = { state: 'left', endReasons: [reason('visit-timed-out')] };
  await close(['identifying'], times.visitMs, timedOut);
  await close(['help-wanted'], times.helpMs, timedOut);
}

/** After a restart: answers whose file was not written yet, and lookups that nobody waits for any more. */
async function resume(context: VisitContext): Promise<void> {
  const { store, times, settings, underWay } = context;
  for (const { visitId } of await store.withoutFile()) {
    if (underWay.has(visitId)) continue;
    try {
      // Read again: its own lookup may have written the file since, and the hospital may have taken it away.
      const visit = await store.get(visitId);
      if (visit?.answer?.status !== 'verified' || visit.filePublishedAt !== null) continue;
      await finishVisit(context, visit, visit.answer);
    } catch (error) {
      // One visit that cannot be finished must not keep the files of all the others.
      const message = error instanceof Error ? error.message : 'unknown';
      settings.log.error({ visitId, error: message }, 'a visit could not be finished');
    }
  }
  const since = new Date(settings.clock().getTime() - 2 * times.lookUpMs);
  for (const visit of await store.unchangedSince(['looking-up'], since)) {
    if (underWay.has(visit.visitId) || visit.answer !== null) continue;
    await context.change(visit.visitId, ['looking-up'], {
      state: 'problem',
      result: { status: 'undetermined', reasons: [{ code: 'lookup-interrupted' }] },
    });
  }
}
