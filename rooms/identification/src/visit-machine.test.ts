import { reason } from '@honnin/outcome';
import { describe, expect, test } from 'vitest';
import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { VisitEvent } from './visit-events.ts';
import { visitMachine } from './visit-machine.ts';

type Snapshot = SnapshotFrom<typeof visitMachine>;
const why = reason('reader-missing');

/** What comes of one document only. */
const ofDocument: Readonly<Record<Snapshot['context']['document'], readonly VisitEvent[]>> = {
  'my-number-card': [
    { type: 'residence-card-read' },
    { type: 'matching-number-wanted', byCamera: false },
    { type: 'matching-number-wanted', byCamera: true },
    { type: 'matching-number-wrong' },
    { type: 'matching-number-locked', reason: reason('matching-number-locked') },
    { type: 'card-face-verified', hasPhoto: true, needsStaff: null },
    { type: 'card-face-verified', hasPhoto: false, needsStaff: null },
    { type: 'card-face-verified', hasPhoto: true, needsStaff: reason('child-needs-staff') },
  ],
  'residence-card': [
    { type: 'residence-number-wanted' },
    { type: 'residence-number-wrong' },
    ...[true, false].map(
      (hasPhoto) =>
        ({
          type: 'residence-card-verified',
          hasPhoto,
          needsStaff: null,
          faceTriesLeft: 2,
          faceWaits: false,
        }) as const,
    ),
    {
      type: 'residence-card-verified',
      hasPhoto: true,
      needsStaff: null,
      faceTriesLeft: 1,
      faceWaits: true,
    },
    { type: 'residence-number-entered' },
    { type: 'insurance-at-desk' },
  ],
};

/** Every event, in every variant that matters where the visit stands. */
function eventsAt({ context }: Snapshot): readonly VisitEvent[] {
  const cardRead = {
    type: 'card-read',
    inGrace: false,
    pinTriesLeft: 2,
    matchingTriesLeft: 9,
    faceTriesLeft: 2,
    faceWaits: false,
  };
  return [
    { type: 'visit-opened', asksConsents: true, offersPrescriptionChoice: false },
    { type: 'reception-failed', reason: why },
    cardRead as VisitEvent,
    { ...cardRead, inGrace: true, pinTriesLeft: 0 } as VisitEvent,
    { ...cardRead, faceTriesLeft: 1, faceWaits: true } as VisitEvent,
    { type: 'card-failed', reason: why, again: true },
    { type: 'card-failed', reason: why, again: false },
    { type: 'card-removed' },
    { type: 'card-laid' },
    { type: 'other-card' },
    ...ofDocument[context.document],
    { type: 'card-face-refused', reasons: [why] },
    { type: 'card-face-unreadable', reason: reason('card-answered-error') },
    { type: 'face-verified' },
    ...[1, 0].map(
      (faceTriesLeft) =>
        ({
          type: 'face-not-verified',
          reasons: [why],
          faceTriesLeft: Math.min(faceTriesLeft, context.faceTriesLeft),
          faceWaits: context.faceTriesLeft === 1,
        }) as const,
    ),
    { type: 'face-wait-over' },
    { type: 'face-needs-staff', reason: reason('lean-in-needs-staff') },
    { type: 'face-unusable', reason: why },
    { type: 'camera-failed', reason: why },
    { type: 'pin-accepted' },
    ...(context.pinTriesLeft > 1
      ? [{ type: 'pin-wrong', triesLeft: context.pinTriesLeft - 1 } as const]
      : [{ type: 'pin-locked' } as const]),
    { type: 'pin-last-try' },
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
    { type: 'type-instead' },
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
      'openingCardFace residence-card-verified staff',
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

  test('a residence card is not asked for consents or a PIN, and ends at the desk', () => {
    const residence = places.filter(({ context }) => context.document === 'residence-card');
    expect(residence.filter(({ value }) => value === 'consents' || value === 'pin')).toEqual([]);
    const told = steps.filter(({ event, to }) => event.type === 'insurance-at-desk' && to.value === 'done');
    expect(told.length).toBeGreaterThan(0);
    const atDesk = places.filter(({ context }) => context.insuranceAtDesk);
    for (const { context } of atDesk) expect(context.document).toBe('residence-card');
  });

  test('in the grace period no consents are asked', () => {
    const asked = places.filter(({ value, context }) => value === 'consents' && context.inGrace);
    expect(asked).toEqual([]);
  });

  test('whatever happens to face and PIN, staff can be called while the visit goes on', () => {
    const goingOn = places.filter(
      ({ value, context: { failure, cardLifted } }) =>
        value === 'choosing' ||
        value === 'pin' ||
        value === 'face' ||
        value === 'matchingNumber' ||
        value === 'residenceNumber' ||
        (value === 'showingCard' && !cardLifted) ||
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
    {
      type: 'card-read',
      inGrace: false,
      pinTriesLeft: 3,
      matchingTriesLeft,
      faceTriesLeft: 5,
      faceWaits: false,
    },
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

describe('the wait after too many face attempts', () => {
  const play = (events: readonly VisitEvent[]) =>
    events.reduce(next, initialTransition(visitMachine)[0] as Snapshot);
  const cardRead = (faceTriesLeft: number, faceWaits: boolean): VisitEvent[] => [
    { type: 'visit-opened', asksConsents: false, offersPrescriptionChoice: false },
    { type: 'card-read', inGrace: false, pinTriesLeft: 3, matchingTriesLeft: 10, faceTriesLeft, faceWaits },
  ];
  const beforeTheCamera: VisitEvent[] = [
    ...cardRead(1, false),
    { type: 'choose', method: 'face' },
    { type: 'card-face-verified', hasPhoto: true, needsStaff: null },
  ];
  const failed = (faceTriesLeft: number, faceWaits: boolean): VisitEvent => ({
    type: 'face-not-verified',
    reasons: [reason('face-does-not-match')],
    faceTriesLeft,
    faceWaits,
  });

  test('closes the face for as long as it lasts, with PIN and staff open, and then offers another try', () => {
    const waiting = play([...beforeTheCamera, failed(1, true)]);
    expect(waiting.context.failure).toMatchObject({
      final: false,
      retry: null,
      reasons: [{ code: 'face-tries-wait' }, { code: 'face-does-not-match' }],
    });
    expect(next(waiting, { type: 'retry' }).value).toBe('failure');
    expect(next(waiting, { type: 'choose', method: 'face' }).value).toBe('failure');
    expect(next(waiting, { type: 'choose', method: 'pin' }).value).toBe('pin');
    expect(next(waiting, { type: 'choose', method: 'staff' }).value).toBe('waitingForStaff');
    const over = next(waiting, { type: 'face-wait-over' });
    expect(over.context.failure?.reasons.map(({ code }) => code)).toEqual(['face-does-not-match']);
    expect(next(over, { type: 'retry' }).value).toBe('face');
  });

  test('holds for a card that is laid down again, and opens while the person chooses', () => {
    const choosing = play(cardRead(1, true));
    expect(choosing.context.faceUnavailable?.code).toBe('face-tries-wait');
    expect(next(choosing, { type: 'choose', method: 'face' }).value).toBe('choosing');
    const over = next(choosing, { type: 'face-wait-over' });
    expect(next(over, { type: 'choose', method: 'face' }).value).toBe('openingCardFace');
  });

  test('never opens a face that is closed for another reason', () => {
    const closed = play([...beforeTheCamera, failed(0, false), { type: 'face-wait-over' }]);
    expect(closed.context.faceUnavailable?.code).toBe('face-tries-used');
    expect(next(closed, { type: 'retry' }).value).toBe('failure');
  });
});

describe('where staff has to look', () => {
  const play = (events: readonly VisitEvent[]) =>
    events.reduce(next, initialTransition(visitMachine)[0] as Snapshot);
  const choosingFace: VisitEvent[] = [
    { type: 'visit-opened', asksConsents: false, offersPrescriptionChoice: false },
    {
      type: 'card-read',
      inGrace: false,
      pinTriesLeft: 3,
      matchingTriesLeft: 10,
      faceTriesLeft: 5,
      faceWaits: false,
    },
    { type: 'choose', method: 'face' },
  ];

  test('a child: staff is called instead of the camera, told why, and the decision identifies', () => {
    const why = reason('child-needs-staff');
    const waiting = play([...choosingFace, { type: 'card-face-verified', hasPhoto: true, needsStaff: why }]);
    expect(waiting.value).toBe('waitingForStaff');
    expect(waiting.context).toMatchObject({ staffBecause: why, faceUnavailable: why, failure: null });
    expect(waiting.context.reasons.at(-1)).toEqual(why);
    const confirmed = next(waiting, { type: 'staff-confirmed' });
    expect([confirmed.value, confirmed.context.identifiedBy]).toEqual(['issuing', 'staff']);
    const other = next(waiting, { type: 'cancel' });
    expect(next(other, { type: 'choose', method: 'face' }).value).toBe('choosing');
    expect(next(other, { type: 'choose', method: 'pin' }).value).toBe('pin');
  });

  test('somebody who leaned in: staff ends what the camera began, and no failure is shown', () => {
    const why = reason('lean-in-needs-staff');
    const waiting = play([
      ...choosingFace,
      { type: 'card-face-verified', hasPhoto: true, needsStaff: null },
      { type: 'face-needs-staff', reason: why },
    ]);
    expect(waiting.value).toBe('waitingForStaff');
    expect(waiting.context).toMatchObject({ staffBecause: why, faceUnavailable: null, failure: null });
  });
});

test('tries spent on another terminal: the last one is asked for anew, and nobody is told that it was wrong', () => {
  const pin = (
    [
      { type: 'visit-opened', asksConsents: false, offersPrescriptionChoice: false },
      {
        type: 'card-read',
        inGrace: false,
        pinTriesLeft: 3,
        matchingTriesLeft: 10,
        faceTriesLeft: 5,
        faceWaits: false,
      },
      { type: 'choose', method: 'pin' },
      { type: 'pin-entered', spendLastTry: false },
      { type: 'pin-last-try' },
    ] satisfies VisitEvent[]
  ).reduce(next, initialTransition(visitMachine)[0] as Snapshot);
  expect([pin.value, pin.context.pinTriesLeft, pin.context.pinWrong]).toEqual(['pin', 1, false]);
  expect(next(pin, { type: 'pin-entered', spendLastTry: false }).value).toBe('pin');
});
