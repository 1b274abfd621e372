import { type Reason, reason } from '@honnin/outcome';
import { and, assign, setup } from 'xstate';
import type { IdentificationMethod } from './statement-claims.ts';
import {
  matchingTriesKept,
  matchingTriesWithStaff,
  type RetryTarget,
  type VisitContext,
  type VisitFailure,
  type VisitOutput,
} from './visit-context.ts';
import type { VisitEvent } from './visit-events.ts';

const isOpen = {
  face: (context: VisitContext) => context.faceUnavailable === null,
  pin: (context: VisitContext) => context.pinUnavailable === null,
  staff: () => true,
} satisfies Record<IdentificationMethod, (context: VisitContext) => boolean>;

const chosen = (event: VisitEvent, method: IdentificationMethod) =>
  event.type === 'choose' && event.method === method;

function fail(
  context: VisitContext,
  reasons: readonly Reason[],
  rest: { readonly final: boolean; readonly retry?: RetryTarget | null },
): Partial<VisitContext> {
  const [first = reason('visit-failed', 'no reason was given'), ...others] = reasons;
  const failure: VisitFailure = {
    reasons: [first, ...others],
    final: rest.final,
    retry: rest.retry ?? null,
  };
  return {
    failure,
    reasons: [...context.reasons, first, ...others],
    stillThere: false,
    cardLifted: false,
    afterLift: 'openingCardFace',
  };
}

const reasonsOf = (event: VisitEvent): readonly Reason[] => {
  if ('reasons' in event) return event.reasons;
  if ('reason' in event) return [event.reason];
  return [];
};

type DocumentVerified = Extract<VisitEvent, { type: 'card-face-verified' | 'residence-card-verified' }>;

const documentVerified = (event: VisitEvent): event is DocumentVerified =>
  event.type === 'card-face-verified' || event.type === 'residence-card-verified';

/** Why the face is closed by what was tried before; null while it is open. */
function faceClosed(event: { readonly faceTriesLeft: number; readonly faceWaits: boolean }): Reason | null {
  if (event.faceTriesLeft <= 0) return reason('face-tries-used');
  return event.faceWaits ? reason('face-tries-wait') : null;
}

/** What led to a wait that is over. */
function withoutWait(failure: VisitFailure): VisitFailure {
  const [, first, ...others] = failure.reasons;
  return first === undefined ? failure : { ...failure, reasons: [first, ...others] };
}

const waits = (closed: Reason | null) => closed?.code === 'face-tries-wait';

const machineSetup = setup({
  types: {
    context: {} as VisitContext,
    events: {} as VisitEvent,
    output: {} as VisitOutput,
    tags: {} as 'waits-for-person' | 'needs-card',
  },
  guards: {
    picksFaceRead: ({ context, event }) =>
      chosen(event, 'face') && isOpen.face(context) && context.cardFaceVerified,
    picksFace: ({ context, event }) => chosen(event, 'face') && isOpen.face(context),
    picksPin: ({ context, event }) => chosen(event, 'pin') && isOpen.pin(context),
    picksStaff: ({ event }) => chosen(event, 'staff'),
    asked: ({ context }) => context.stillThere,
    cardAway: ({ context }) => !context.cardPresent,
    failureGoesOn: ({ context }) => context.failure?.final === false,
    matchingTriesGone: ({ context }) => context.matchingTriesLeft <= 1,
    staffWaits: ({ context }) => context.wanted === 'staff' && context.staffConfirmed,
    lastTryUnconfirmed: ({ context, event }) =>
      event.type === 'pin-entered' && context.pinTriesLeft <= 1 && !event.spendLastTry,
    needsStaff: ({ context, event }) =>
      documentVerified(event) && event.needsStaff !== null && context.wanted === 'face',
    canBeShown: ({ event }) => event.type === 'matching-number-wanted' && event.byCamera,
    lifted: ({ context }) => context.cardLifted,
    cardHere: ({ context }) => context.cardPresent,
    goesOnChoosing: ({ context }) => context.afterLift === 'choosing',
    faceWaits: ({ context }) => waits(context.faceUnavailable),
    failedForWait: ({ context }) =>
      waits(context.faceUnavailable) && waits(context.failure?.reasons[0] ?? null),
    hasPhotoForFace: ({ context, event }) =>
      documentVerified(event) && event.hasPhoto && context.wanted === 'face',
    faceClosedByTries: ({ event }) => event.type === 'residence-card-verified' && faceClosed(event) !== null,
    // What is not asked for by this document needs no consent.
    wantsConsents: ({ context }) =>
      context.document === 'my-number-card' &&
      ((context.asksConsents && !context.inGrace) || context.offersPrescriptionChoice),
    hasIdentification: ({ context }) => context.identifiedBy !== null && context.statementIssued,
    byResidenceCard: ({ context }) =>
      context.document === 'residence-card' && context.identifiedBy !== null && context.statementIssued,
    offersOtherWays: ({ context }) =>
      context.failure?.final === false && context.failure.retry !== 'submission',
    leftAfterAsking: ({ context }) => context.failure?.final === false && context.stillThere,
    retriesVisit: ({ context }) => context.failure?.retry === 'visit' && context.cardPresent,
    retriesFace: ({ context }) => context.failure?.retry === 'face' && isOpen.face(context),
    retriesSubmission: ({ context }) => context.failure?.retry === 'submission',
  },
  actions: {
    personActed: assign({ stillThere: false }),
    clearFailure: assign({ failure: null, stillThere: false }),
    ask: assign({ stillThere: true }),
    wantFace: assign({ wanted: 'face' }),
    wantStaff: assign({ wanted: 'staff', staffBecause: null }),
    callStaff: assign(({ context, event }) => {
      const why = documentVerified(event) ? event.needsStaff : (reasonsOf(event)[0] ?? null);
      return {
        wanted: 'staff' as const,
        staffBecause: why,
        reasons: why === null ? context.reasons : [...context.reasons, why],
        ...(documentVerified(event) ? { cardFaceVerified: true, faceUnavailable: why } : {}),
      };
    }),
    openFace: assign({ faceUnavailable: null }),
    openFaceAfterWait: assign(({ context: { failure } }) => ({
      faceUnavailable: null,
      failure: failure === null ? null : { ...withoutWait(failure), retry: 'face' as const },
    })),
    again: assign({ again: true }),
    liftCard: assign({ cardPresent: false, cardLifted: true, stillThere: false }),
    cardBack: assign({ cardPresent: true, stillThere: false }),
    thenOpen: assign({ afterLift: 'openingCardFace', stillThere: false }),
    thenChoose: assign({ afterLift: 'choosing', stillThere: false }),
    sameCard: assign({ cardLifted: false, afterLift: 'openingCardFace' }),
    failOtherCard: assign(({ context }) =>
      fail(context, [reason('other-card-laid')], { final: true, retry: 'visit' }),
    ),
    cardGone: assign({ cardPresent: false, stillThere: false }),
    failFinally: assign(({ context, event }) => fail(context, reasonsOf(event), { final: true })),
    failVisit: assign(({ context, event }) =>
      fail(context, reasonsOf(event), {
        final: true,
        retry: event.type === 'card-failed' && !event.again ? null : 'visit',
      }),
    ),
    failSubmission: assign(({ context, event }) =>
      fail(context, reasonsOf(event), { final: false, retry: 'submission' }),
    ),
    failFace: assign(({ context, event }) => {
      if (event.type !== 'face-not-verified') return {};
      const closed = faceClosed(event);
      return {
        ...fail(context, [...(closed === null ? [] : [closed]), ...event.reasons], {
          final: false,
          retry: closed === null ? 'face' : null,
        }),
        faceTriesLeft: event.faceTriesLeft,
        faceUnavailable: closed,
      };
    }),
    failCamera: assign(({ context, event }) =>
      fail(context, reasonsOf(event), { final: false, retry: 'face' }),
    ),
    closeFace: assign(({ context, event }) => {
      const reasons = reasonsOf(event);
      return {
        ...fail(context, reasons, { final: false }),
        faceUnavailable: reasons[0] ?? reason('visit-failed'),
      };
    }),
    closeFaceForPhoto: assign(({ context }) => ({
      ...fail(context, [reason('card-has-no-photo')], { final: false }),
      cardFaceVerified: true,
      faceUnavailable: reason('card-has-no-photo'),
    })),
    countFaceTries: assign(({ event }) =>
      event.type === 'residence-card-verified' ? { faceTriesLeft: event.faceTriesLeft } : {},
    ),
    closeFaceForTries: assign(({ context, event }) => {
      const closed = event.type === 'residence-card-verified' ? faceClosed(event) : null;
      if (closed === null) return {};
      return {
        ...fail(context, [closed], { final: false }),
        cardFaceVerified: true,
        faceUnavailable: closed,
      };
    }),
    closeFaceForMatching: assign(({ context }) => ({
      ...fail(context, [reason('matching-number-tries-used')], { final: context.staffConfirmed }),
      matchingTriesLeft: 0,
      faceUnavailable: reason('matching-number-tries-used'),
    })),
    closePin: assign(({ context }) => ({
      ...fail(context, [reason('pin-locked')], { final: false }),
      pinTriesLeft: 0,
      pinUnavailable: reason('pin-locked'),
    })),
    failRemoved: assign(({ context }) => ({
      ...fail(context, [reason('card-removed')], { final: true }),
      cardPresent: false,
    })),
    failCancelled: assign(({ context }) => fail(context, [reason('visit-cancelled')], { final: true })),
    failLeft: assign(({ context }) => fail(context, [reason('person-left')], { final: true })),
    failLeftBehind: assign(({ context }) => fail(context, [reason('card-left-behind')], { final: true })),
    failDeclined: assign(({ context }) => fail(context, [reason('staff-declined')], { final: false })),
  },
});

/** Leaves for the card's removal: whatever was begun is dropped, and the next card starts a visit of its own. */
const dropsOnRemoval = { 'card-removed': { target: 'failure', actions: 'failRemoved' } } as const;
const failsWithCard = { 'card-failed': { target: 'failure', actions: 'failVisit' } } as const;
const failsWithReception = { 'reception-failed': { target: 'failure', actions: 'failVisit' } } as const;
const failsWithTerminal = { 'terminal-failed': { target: 'failure', actions: 'failFinally' } } as const;
const anywhere = { ...dropsOnRemoval, ...failsWithCard, ...failsWithTerminal } as const;
/** Two steps: first the question whether somebody is still there, then the end. */
const whileWaiting = {
  inactive: [{ guard: 'asked', target: 'failure', actions: 'failLeft' }, { actions: 'ask' }],
  'more-time': { actions: 'personActed' },
} as const;
/** Any way that is open, from wherever the person is. */
const choices = [
  { guard: 'picksFaceRead', target: 'face', actions: ['clearFailure', 'wantFace'] },
  { guard: 'picksFace', target: 'openingCardFace', actions: ['clearFailure', 'wantFace'] },
  { guard: 'picksPin', target: 'pin', actions: 'clearFailure' },
  { guard: 'picksStaff', target: 'waitingForStaff', actions: ['clearFailure', 'wantStaff'] },
] as const;

/**
 * One visit, from the card on the reader to the card taken away. Pure: events in, states out; whoever runs it
 * does the work of a state on entering it and sends what came of it. Leaving a state ends its work.
 *
 * - No way leads to `done` without an identification and a statement that was issued for it.
 * - A card removed before the hand-over drops everything; once the statement is on its way (`submitting`),
 *   consents given, the visit may finish without the card.
 * - PIN, staff, and the desk stay open whatever happens to the face.
 */
export const visitMachine = machineSetup.createMachine({
  id: 'visit',
  initial: 'opening',
  output: ({ context }) => ({ again: context.again }),
  context: {
    document: 'my-number-card',
    cardPresent: true,
    cardLifted: false,
    afterLift: 'openingCardFace',
    inGrace: false,
    asksConsents: false,
    offersPrescriptionChoice: false,
    faceUnavailable: null,
    pinUnavailable: null,
    faceTriesLeft: 0,
    pinTriesLeft: 0,
    pinWrong: false,
    matchingTriesLeft: 0,
    matchingWrong: false,
    residenceNumberWrong: false,
    cardFaceVerified: false,
    staffConfirmed: false,
    staffBecause: null,
    wanted: 'face',
    identifiedBy: null,
    statementIssued: false,
    insuranceAtDesk: false,
    stillThere: false,
    failure: null,
    reasons: [],
    again: false,
  },
  on: {
    'face-wait-over': [
      { guard: 'failedForWait', actions: 'openFaceAfterWait' },
      { guard: 'faceWaits', actions: 'openFace' },
    ],
  },
  states: {
    /** Reception opens a visit and gives its nonce. */
    opening: {
      on: {
        ...anywhere,
        ...failsWithReception,
        'visit-opened': {
          target: 'readingCard',
          actions: assign(({ event }) => ({
            asksConsents: event.asksConsents,
            offersPrescriptionChoice: event.offersPrescriptionChoice,
          })),
        },
      },
    },
    /** An exclusive session: certificate, its path and date, the counters. */
    readingCard: {
      tags: 'needs-card',
      on: {
        ...anywhere,
        'residence-card-read': {
          target: 'residenceNumber',
          actions: assign({ document: 'residence-card', pinUnavailable: reason('pin-not-usable') }),
        },
        'card-read': {
          target: 'choosing',
          actions: assign(({ event }) => {
            const matchingTriesLeft = event.matchingTriesLeft - matchingTriesKept;
            return {
              inGrace: event.inGrace,
              pinTriesLeft: event.pinTriesLeft,
              pinUnavailable: event.pinTriesLeft > 0 ? null : reason('pin-not-usable'),
              faceTriesLeft: event.faceTriesLeft,
              matchingTriesLeft: Math.max(0, matchingTriesLeft),
              // What a wait would not open comes first.
              faceUnavailable:
                event.matchingTriesLeft <= 0
                  ? reason('matching-number-locked')
                  : matchingTriesLeft <= 0
                    ? reason('matching-number-tries-used')
                    : faceClosed(event),
            };
          }),
        },
      },
    },
    /** The number on the front of a residence card opens its chip; nothing is locked by a wrong one. */
    residenceNumber: {
      tags: ['needs-card', 'waits-for-person'],
      on: {
        ...anywhere,
        ...whileWaiting,
        choose: choices,
        'residence-number-entered': {
          target: 'openingCardFace',
          actions: ['personActed', assign({ residenceNumberWrong: false })],
        },
        cancel: { target: 'failure', actions: 'failCancelled' },
      },
    },
    choosing: {
      tags: ['needs-card', 'waits-for-person'],
      on: {
        ...anywhere,
        ...whileWaiting,
        choose: choices,
        cancel: { target: 'failure', actions: 'failCancelled' },
      },
    },
    /** What is printed from where it can be had, photo and record with it, and their proof. */
    openingCardFace: {
      tags: 'needs-card',
      on: {
        ...anywhere,
        'matching-number-wanted': [
          { guard: 'canBeShown', target: 'showingCard', actions: assign({ matchingWrong: false }) },
          { target: 'matchingNumber', actions: assign({ matchingWrong: false }) },
        ],
        'matching-number-wrong': [
          { guard: 'matchingTriesGone', target: 'failure', actions: 'closeFaceForMatching' },
          {
            target: 'matchingNumber',
            actions: assign(({ context }) => ({
              matchingTriesLeft: context.matchingTriesLeft - 1,
              matchingWrong: true,
            })),
          },
        ],
        'matching-number-locked': [
          { guard: 'staffWaits', target: 'failure', actions: 'failFinally' },
          { target: 'failure', actions: 'closeFace' },
        ],
        'card-face-verified': [
          {
            guard: 'staffWaits',
            target: 'issuing',
            actions: assign({ cardFaceVerified: true, identifiedBy: 'staff' }),
          },
          { guard: 'needsStaff', target: 'waitingForStaff', actions: 'callStaff' },
          { guard: 'hasPhotoForFace', target: 'face', actions: assign({ cardFaceVerified: true }) },
          { target: 'failure', actions: 'closeFaceForPhoto' },
        ],
        'residence-number-wanted': {
          target: 'residenceNumber',
          actions: assign({ residenceNumberWrong: false }),
        },
        'residence-number-wrong': {
          target: 'residenceNumber',
          actions: assign({ residenceNumberWrong: true }),
        },
        'residence-card-verified': [
          {
            guard: 'staffWaits',
            target: 'issuing',
            actions: assign({ cardFaceVerified: true, identifiedBy: 'staff' }),
          },
          { guard: 'needsStaff', target: 'waitingForStaff', actions: 'callStaff' },
          { guard: 'faceClosedByTries', target: 'failure', actions: 'closeFaceForTries' },
          {
            guard: 'hasPhotoForFace',
            target: 'face',
            actions: ['countFaceTries', assign({ cardFaceVerified: true })],
          },
          { target: 'failure', actions: 'closeFaceForPhoto' },
        ],
        'card-face-unreadable': [
          { guard: 'staffWaits', target: 'failure', actions: 'failVisit' },
          { target: 'failure', actions: 'closeFace' },
        ],
        // A record or key that does not hold: no other way with this card on the terminal.
        'card-face-refused': { target: 'failure', actions: 'failFinally' },
      },
    },
    /**
     * The printed side before the camera. The card may be lifted off the reader for it, which ends its session; it
     * is read anew before anything goes on, and has to be the same.
     */
    showingCard: {
      tags: 'waits-for-person',
      on: {
        ...failsWithCard,
        ...failsWithTerminal,
        ...whileWaiting,
        'card-removed': { actions: 'liftCard' },
        'card-laid': { actions: 'cardBack' },
        'matching-number-entered': [
          { guard: 'lifted', target: 'awaitingCard', actions: 'thenOpen' },
          { target: 'openingCardFace', actions: 'personActed' },
        ],
        'type-instead': [
          { guard: 'lifted', target: 'awaitingCard', actions: 'thenOpen' },
          { target: 'matchingNumber', actions: 'personActed' },
        ],
        choose: [{ guard: 'lifted', target: 'awaitingCard', actions: 'thenChoose' }, ...choices],
        cancel: [
          { guard: 'lifted', target: 'awaitingCard', actions: 'thenChoose' },
          { target: 'choosing', actions: 'personActed' },
        ],
      },
    },
    /** A lifted card is to be laid down again. */
    awaitingCard: {
      tags: 'waits-for-person',
      always: { guard: 'cardHere', target: 'readingAgain' },
      on: {
        ...failsWithTerminal,
        ...whileWaiting,
        'card-laid': { actions: 'cardBack' },
        cancel: { target: 'failure', actions: 'failCancelled' },
      },
    },
    /** An exclusive session of its own: whether it is the same card. Its counters are asked before each use anyway. */
    readingAgain: {
      tags: 'needs-card',
      on: {
        ...anywhere,
        'card-read': [
          { guard: 'goesOnChoosing', target: 'choosing', actions: 'sameCard' },
          { target: 'openingCardFace', actions: 'sameCard' },
        ],
        'other-card': { target: 'failure', actions: 'failOtherCard' },
      },
    },
    matchingNumber: {
      tags: ['needs-card', 'waits-for-person'],
      on: {
        ...anywhere,
        ...whileWaiting,
        choose: choices,
        'matching-number-entered': { target: 'openingCardFace', actions: 'personActed' },
        cancel: { target: 'choosing', actions: 'personActed' },
      },
    },
    face: {
      tags: 'needs-card',
      on: {
        ...anywhere,
        choose: choices,
        cancel: { target: 'choosing' },
        'face-verified': { target: 'issuing', actions: assign({ identifiedBy: 'face' }) },
        'face-not-verified': { target: 'failure', actions: 'failFace' },
        'face-needs-staff': { target: 'waitingForStaff', actions: 'callStaff' },
        'face-unusable': { target: 'failure', actions: 'closeFace' },
        'camera-failed': { target: 'failure', actions: 'failCamera' },
      },
    },
    pin: {
      tags: ['needs-card', 'waits-for-person'],
      on: {
        ...anywhere,
        ...whileWaiting,
        choose: choices,
        'pin-entered': [
          { guard: 'lastTryUnconfirmed', actions: 'personActed' },
          { target: 'checkingPin', actions: 'personActed' },
        ],
        cancel: { target: 'choosing', actions: 'personActed' },
      },
    },
    checkingPin: {
      tags: 'needs-card',
      on: {
        ...anywhere,
        'pin-accepted': { target: 'issuing', actions: assign({ identifiedBy: 'pin', pinWrong: false }) },
        'pin-wrong': {
          target: 'pin',
          actions: assign(({ event }) => ({ pinTriesLeft: event.triesLeft, pinWrong: true })),
        },
        'pin-last-try': { target: 'pin', actions: assign({ pinTriesLeft: 1, pinWrong: false }) },
        'pin-locked': { target: 'failure', actions: 'closePin' },
      },
    },
    /** Reception shows the call; a member of staff looks at person and photo. */
    waitingForStaff: {
      tags: ['needs-card', 'waits-for-person'],
      on: {
        ...anywhere,
        ...whileWaiting,
        ...failsWithReception,
        'staff-confirmed': [
          {
            guard: ({ context }) => context.cardFaceVerified,
            target: 'issuing',
            actions: assign({ staffConfirmed: true, identifiedBy: 'staff', stillThere: false }),
          },
          {
            target: 'openingCardFace',
            actions: assign({
              staffConfirmed: true,
              matchingTriesLeft: matchingTriesWithStaff,
              stillThere: false,
            }),
          },
        ],
        'staff-declined': { target: 'failure', actions: 'failDeclined' },
        cancel: { target: 'choosing', actions: 'personActed' },
      },
    },
    /** The card answers the bound challenge, the terminal signs. */
    issuing: {
      tags: 'needs-card',
      on: {
        ...anywhere,
        'statement-issued': [
          { guard: 'wantsConsents', target: 'consents', actions: assign({ statementIssued: true }) },
          { target: 'submitting', actions: assign({ statementIssued: true }) },
        ],
      },
    },
    consents: {
      tags: ['needs-card', 'waits-for-person'],
      on: {
        ...anywhere,
        ...whileWaiting,
        'consents-given': { target: 'submitting', actions: 'personActed' },
        cancel: { target: 'failure', actions: 'failCancelled' },
      },
    },
    submitting: {
      on: {
        ...failsWithTerminal,
        'card-removed': { actions: 'cardGone' },
        'result-accepted': { guard: 'hasIdentification', target: 'done' },
        'insurance-at-desk': {
          guard: 'byResidenceCard',
          target: 'done',
          actions: assign({ insuranceAtDesk: true }),
        },
        'result-refused': { target: 'failure', actions: 'failFinally' },
        'reception-failed': { target: 'failure', actions: 'failSubmission' },
      },
    },
    /** Until the card is taken; a card that stays is asked for, without the person's name on the screen. */
    done: {
      tags: 'waits-for-person',
      on: {
        'card-removed': { actions: 'cardGone' },
        cancel: { guard: 'cardAway', target: 'ended' },
        inactive: [
          { guard: 'cardAway', target: 'ended' },
          { target: 'failure', actions: 'failLeftBehind' },
        ],
      },
    },
    failure: {
      tags: 'waits-for-person',
      on: {
        ...failsWithTerminal,
        'card-removed': [
          // The hand-over needs no card any more.
          { guard: 'retriesSubmission', actions: 'cardGone' },
          { guard: 'failureGoesOn', actions: 'failRemoved' },
          { actions: 'cardGone' },
        ],
        choose: [
          {
            guard: and(['offersOtherWays', 'picksFaceRead']),
            target: 'face',
            actions: ['clearFailure', 'wantFace'],
          },
          {
            guard: and(['offersOtherWays', 'picksFace']),
            target: 'openingCardFace',
            actions: ['clearFailure', 'wantFace'],
          },
          { guard: and(['offersOtherWays', 'picksPin']), target: 'pin', actions: 'clearFailure' },
          {
            guard: and(['offersOtherWays', 'picksStaff']),
            target: 'waitingForStaff',
            actions: ['clearFailure', 'wantStaff'],
          },
        ],
        retry: [
          { guard: 'retriesFace', target: 'face', actions: 'clearFailure' },
          { guard: 'retriesSubmission', target: 'submitting', actions: 'clearFailure' },
          { guard: 'retriesVisit', target: 'ended', actions: 'again' },
        ],
        cancel: [
          { guard: 'failureGoesOn', actions: 'failCancelled' },
          { guard: 'cardAway', target: 'ended' },
        ],
        inactive: [
          { guard: 'cardAway', target: 'ended' },
          { guard: 'leftAfterAsking', actions: 'failLeft' },
          { guard: 'failureGoesOn', actions: 'ask' },
        ],
        'more-time': { actions: 'personActed' },
      },
    },
    ended: { type: 'final' },
  },
});
