import type { visitMachine } from '@honnin/identification';
import type { SnapshotFrom } from 'xstate';
import type { Timeouts } from './timeouts.ts';

/** Milliseconds until a visit counts as inactive where it stands; null where nobody is waited for. */
export function idleLimit(snapshot: SnapshotFrom<typeof visitMachine>, timeouts: Timeouts): number | null {
  const { context, value } = snapshot;
  if (snapshot.status !== 'active' || !snapshot.hasTag('waits-for-person')) return null;
  if (context.stillThere) return timeouts.stillThereMs;
  // It has a limit of its own, at which the person is asked to type.
  if (value === 'showingCard') return null;
  if (value === 'waitingForStaff') return timeouts.staffMs;
  if (value === 'done') return context.cardPresent ? timeouts.cardLeftMs : timeouts.resultMs;
  if (value === 'failure' && context.failure?.final === true) {
    // With its card still there the screen stays, and asks for the card.
    return context.cardPresent ? null : timeouts.resultMs;
  }
  return timeouts.idleMs;
}
