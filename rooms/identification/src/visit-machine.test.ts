import { reason } from '@honnin/outcome';
import { describe, expect, test } from 'vitest';
import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { VisitEvent } from './visit-events.ts';
import { visitMachine } from './visit-machine.ts';

type Snapshot = SnapshotFrom<typeof visitMachine>;
const why = reason('reader-missing');

/** Every event, in every variant that matters where the visit stands. */
function eventsAt({ context }: Snapshot): readonly VisitEvent[] {
  const cardRead = {
    type: 'card-read',
    inGrace: false,
    pinTriesLeft: 2,
    matchingTriesLeft: 9,
    faceTriesLeft: 2,
  };
  return [
    { type: 'visit-opened', asksConsents: true, offersPrescriptionChoice: false },
    { type: 'reception-failed', reason: why },
    cardRead as VisitEvent,
    { ...cardRead, inGrace: true, pinTriesLeft: 0 } as VisitEvent,
    { type: 'card-failed', reason: why, again: true },
    { type: 'card-failed', reason: why, again: false },
    { type: 'card-removed' },
    { type: 'matching-number-wanted' },
    { type: 'matching-number-wrong' },
    { type: 'matching-number-locked', reason: reason('matching-number-locked') },
    { type: 'card-face-verified', hasPhoto: true },
    { type: 'card-face-verified', hasPhoto: false },
    { type: 'card-face-refused', reasons: [why] },
    { type: 'face-verified' },
    { type: 'face-not-verified', reasons: [why] },
    { type: 'face-unusable', reason: why },
    { type: 'camera-failed', reason: why },
    { type: 'pin-accepted' },
    ...(context.pinTriesLeft > 1
      ? [{ type: 'pin-wrong', triesLeft: context.pinTriesLeft - 1 } as const]
      : [{ type: 'pin-locked' } as const]),
    { type: 'staff-confirmed' },
    { type: 'staff-declined' },
    { type: 'statement-issued' },
    { type: 'result-accepted' },
    { type: 'result-refused', reasons: [why] },
    { type: 'terminal-failed', reason: why },
    { type: 'inactive' },
    { type: 'choose', method: 'face' },
    { type: 'choose', method: 'pin' },
    { type: 'choose', method: 'staff' },
    { type: 'matching-number-entered' },
    { type: 'pin-entered', spendLastTry: false },
    { type: 'pin-entered', spendLastTry: true },
    { type: 'consents-given' },
    { type: 'retry' },
    { type: 'cancel' },
    { type: 'more-time' },
  ];
}

/** The failures collected on the way do not make two places out of one. */
function keyOf({ value, context }: Snapshot): string {
  const { failure, reasons: _, ...rest } = context;
  return JSON.stringify([value, rest, failure?.final, failure?.retry]);
}
const next = (snapshot: Snapshot, event: VisitEvent) => transition(visitMachine, snapshot, event)[0];

interface Step {
  readonly from: Snapshot;
  readonly event: VisitEvent;
  readonly to: Snapshot;
}

/** Walks every path. */
function walk() {
  const [start] = initialTransition(visitMachine);
  const places = new Map([[keyOf(start), start]]);
  const steps: Step[] = [];
  const ways = new Set<string>();
  for (const [fromKey, from] of places) {
    if (from.status !== 'active') continue;
    for (const event of eventsAt(from)) {
      const to = next(from, event);
      const key = keyOf(to);
      steps.push({ from, event, to });
      if (key !== fromKey) ways.add(JSON.stringify([fromKey, key]));
      if (!places.has(key)) places.set(key, to);
    }
  }
  return {
    places: [...places.values()],
    steps,
    ways: [...ways].map((way) => JSON.parse(way) as [string, string]),
  };
}

describe('walking every path of a visit', () => {
  const { places, steps, ways } = walk();
  const told = ({ from, event, to }: Step) => `${String(from.value)} ${event.type} ${String(to.value)}`;

  test('every state is reached', () => {
    const reached = new Set(places.map(({ value }) => value));
    expect([...reached].sort()).toEqual(Object.keys(visitMachine.states).sort());
  });

  test('nothing is handed over and nobody is done without an identification and its statement', () => {
    const after = places.filter(({ value }) => value === 'submitting' || value === 'done');
    expect(after.length).toBeGreaterThan(0);
    for (const { context } of after) {
      expect(context.identifiedBy).not.toBeNull();
      expect(context.statementIssued).toBe(true);
    }
  });

  test('an identification comes from a matched face, an accepted PIN, or a staff decision with a proven card only', () => {
    const identifying = steps.filter(({ from, to }) => from.context.identifiedBy !== to.context.identifiedBy);
    const causes = new Set(
      identifying.map(({ from, event, to }) => {
        if (to.context.identifiedBy === 'staff') {
          expect(to.context.staffConfirmed && to.context.cardFaceVerified).toBe(true);
        }
        return `${String(from.value)} ${event.type} ${to.context.identifiedBy}`;
      }),
    );
    expect([...causes].sort()).toEqual([
      'checkingPin pin-accepted pin',
      'face face-verified face',
      'openingCardFace card-face-verified staff',
      'waitingForStaff staff-confirmed staff',
    ]);
  });

  test('a card removed anywhere before the hand-over ends the visit, and afterwards changes only that', () => {
    const wrong = steps.filter(({ from, event, to }) => {
      if (event.type !== 'card-removed') return false;
      if (to.context.cardPresent) return true;
      if (!from.hasTag('needs-card') && from.value !== 'opening') {
        return from.value !== 'failure' && to.value !== from.value;
      }
      const { failure } = to.context;
      return to.value !== 'failure' || !failure?.final || failure.reasons[0].code !== 'card-removed';
    });
    expect(wrong.map(told)).toEqual([]);
    expect(steps.filter(({ event }) => event.type === 'card-removed').length).toBeGreaterThan(50);
  });

  test('without a card nothing that needs one is ever begun', () => {
    const begun = places.filter((place) => place.hasTag('needs-card') && !place.context.cardPresent);
    expect(begun).toEqual([]);
  });

  test('no counter runs below zero, and a closed way is never entered', () => {
    const below = places.filter(
      ({ context }) => Math.min(context.faceTriesLeft, context.matchingTriesLeft, context.pinTriesLeft) < 0,
    );
    expect(below).toEqual([]);
    const closed = steps.filter(({ from, event, to }) => {
      if (event.type !== 'choose' || to.value === from.value) return false;
      const { pinUnavailable, faceUnavailable } = to.context;
      return (
        (to.value === 'pin' && pinUnavailable !== null) ||
        ((to.value === 'face' || to.value === 'openingCardFace') && faceUnavailable !== null)
      );
    });
    expect(closed.map(told)).toEqual([]);
  });

  test('the last PIN try is spent only when the person says so', () => {
    const last = steps.filter(
      ({ from, event }) =>
        from.value === 'pin' && from.context.pinTriesLeft === 1 && event.type === 'pin-entered',
    );
    expect(last.length).toBeGreaterThan(0);
    for (const { event, to } of last) {
      expect(to.value).toBe(event.type === 'pin-entered' && event.spendLastTry ? 'checkingPin' : 'pin');
    }
  });

  test('somebody who walks off is asked once, then the visit ends', () => {
    const hanging = places.filter((place) => {
      if (!place.hasTag('waits-for-person')) return false;
      const asked = next(place, { type: 'inactive' });
      const left = asked.status === 'active' ? next(asked, { type: 'inactive' }) : asked;
      return left.status !== 'done' && left.value !== 'failure';
    });
    expect(hanging.map(({ value }) => value)).toEqual([]);
  });

  test('from every place the end can be reached', () => {
    const ends = new Set(places.filter(({ status }) => status === 'done').map(keyOf));
    for (let size = 0; size !== ends.size; ) {
      size = ends.size;
      for (const [from, to] of ways.toReversed()) if (ends.has(to)) ends.add(from);
    }
    expect(ends.size).toBe(places.length);
  });

  test('in the grace period no consents are asked', () => {
    const asked = places.filter(({ value, context }) => value === 'consents' && context.inGrace);
    expect(asked).toEqual([]);
  });

  test('whatever happens to face and PIN, staff can be called while the visit goes on', () => {
    const goingOn = places.filter(
      ({ value, context: { failure } }) =>
        value === 'choosing' ||
        value === 'pin' ||
        value === 'face' ||
        value === 'matchingNumber' ||
        (value === 'failure' && failure?.final === false && failure.retry !== 'submission'),
    );
    const alone = goingOn.filter(
      (place) => next(place, { type: 'choose', method: 'staff' }).value !== 'waitingForStaff',
    );
    expect(goingOn.length).toBeGreaterThan(10);
    expect(alone.map(({ value }) => value)).toEqual([]);
  });
});

describe('the budget of matching number B', () => {
  const play = (events: readonly VisitEvent[]) =>
    events.reduce(next, initialTransition(visitMachine)[0] as Snapshot);
  const upToChoice = (matchingTriesLeft: number): VisitEvent[] => [
    { type: 'visit-opened', asksConsents: true, offersPrescriptionChoice: false },
    { type: 'card-read', inGrace: false, pinTriesLeft: 3, matchingTriesLeft, faceTriesLeft: 5 },
  ];
  const wrong: VisitEvent[] = [{ type: 'matching-number-wrong' }, { type: 'matching-number-entered' }];

  test('three wrong numbers, and staff helps', () => {
    const place = play([
      ...upToChoice(10),
      { type: 'choose', method: 'face' },
      ...wrong,
      ...wrong,
      { type: 'matching-number-wrong' },
    ]);
    expect(place.value).toBe('failure');
    expect(place.context.failure?.reasons[0].code).toBe('matching-number-tries-used');
    expect(next(place, { type: 'choose', method: 'face' }).value).toBe('failure');
    expect(next(place, { type: 'choose', method: 'staff' }).value).toBe('waitingForStaff');
  });

  test('draining a card by laying it down again and again: what earlier visits spent counts', () => {
    const place = play(upToChoice(7));
    expect(place.context.faceUnavailable?.code).toBe('matching-number-tries-used');
    expect(next(place, { type: 'choose', method: 'face' }).value).toBe('choosing');
  });
});
