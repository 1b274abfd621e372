import type { VisitContext, visitMachine } from '@honnin/identification';
import { type FailureTable, type Reason, reason } from '@honnin/outcome';
import type { SnapshotFrom } from 'xstate';
import { failureView } from './failure-view.ts';
import type { FailureAction, FailureView, Method, Screen } from './screen-protocol.ts';
import type { VisitMemory } from './visit-memory.ts';

export interface VisitScreenOptions {
  readonly snapshot: SnapshotFrom<typeof visitMachine>;
  readonly memory: VisitMemory;
  readonly furtherFailures: readonly FailureTable[];
  readonly stillThereMs: number;
  /** Until the face may be tried again. */
  readonly faceWaitMs: () => number;
}

/** A failure that ends in another try of the face, after a wait. */
const waitsForFace = ({ faceUnavailable, failure }: VisitContext) =>
  failure?.final === false && failure.retry === null && faceUnavailable?.code === 'face-tries-wait';

/** The screen for where a visit stands; null once it has ended. */
export function visitScreen(options: VisitScreenOptions): Screen | null {
  const { snapshot, memory } = options;
  const { context } = snapshot;
  if (context.stillThere) {
    return { name: 'still-there', secondsLeft: Math.round(options.stillThereMs / 1000) };
  }
  switch (snapshot.value) {
    case 'opening':
    case 'readingCard':
      return { name: 'reading-card' };
    case 'choosing':
      return chooseMethod(options);
    case 'openingCardFace':
    case 'checkingPin':
    case 'issuing':
      return { name: 'checking' };
    case 'showingCard':
      return { name: 'show-card', cardPresent: context.cardPresent };
    case 'awaitingCard':
      return { name: 'lay-card-again' };
    case 'readingAgain':
      return { name: 'checking' };
    case 'matchingNumber':
      return {
        name: 'matching-number',
        triesLeft: context.matchingTriesLeft,
        wrong: (context.matchingWrong && memory.printReading !== 'misread') || memory.entryMalformed,
        camera: cameraOf(memory),
      };
    case 'residenceNumber':
      return { name: 'residence-number', wrong: context.residenceNumberWrong };
    case 'face':
      return {
        name: 'face',
        triesLeft: context.faceTriesLeft,
        withoutTurning: memory.withoutTurning,
      };
    case 'pin':
      return {
        name: 'pin',
        triesLeft: context.pinTriesLeft,
        wrong: context.pinWrong,
        lastTry: context.pinTriesLeft === 1,
      };
    case 'waitingForStaff':
      return {
        name: 'waiting-for-staff',
        because:
          context.staffBecause === null ? null : shown([context.staffBecause], options.furtherFailures),
      };
    case 'consents':
      return {
        name: 'consents',
        groups: context.inGrace ? [] : [...(memory.opened?.consentGroups ?? [])],
        offersPrescriptionChoice: context.offersPrescriptionChoice,
      };
    case 'submitting':
      return { name: 'looking-up' };
    case 'done':
      return doneScreen(options);
    case 'failure':
      return {
        name: 'failure',
        failure: shown(context.failure?.reasons ?? [], options.furtherFailures),
        actions: actionsOf(options),
        cardPresent: context.cardPresent,
        faceAgainInSeconds: waitsForFace(context) ? Math.ceil(options.faceWaitMs() / 1000) : null,
      };
    case 'ended':
      return null;
  }
}

/** What the person is told of the camera's reading where they type; who chose to type is told nothing. */
function cameraOf({ printReading }: VisitMemory): (Screen & { readonly name: 'matching-number' })['camera'] {
  return printReading === 'not-read' || printReading === 'misread' ? printReading : 'not-tried';
}

function chooseMethod({ snapshot, furtherFailures }: VisitScreenOptions): Screen {
  const { document, faceUnavailable, pinUnavailable, inGrace } = snapshot.context;
  const ways: readonly (readonly [Method, Reason | null])[] = [
    ['face', faceUnavailable],
    // A residence card has no PIN that could be closed.
    ...(document === 'residence-card' ? [] : [['pin', pinUnavailable] as const]),
    ['staff', null],
  ];
  return {
    name: 'choose-method',
    methods: ways.filter(([, why]) => why === null).map(([method]) => method),
    unavailable: ways.flatMap(([method, why]) =>
      why === null ? [] : [{ method, failure: shown([why], furtherFailures) }],
    ),
    inGrace,
    cardHolder: null,
  };
}

function doneScreen({ snapshot, memory, furtherFailures }: VisitScreenOptions): Screen {
  const { result } = memory;
  const { insuranceAtDesk, cardPresent } = snapshot.context;
  if (insuranceAtDesk) {
    const message = shown([reason('document-not-insurance-card')], furtherFailures);
    return { name: 'insurance-at-desk', message, cardPresent };
  }
  if (result === null) throw new Error('done without a result');
  return {
    name: 'done',
    personName: result.personName,
    validity: result.validity,
    notes: result.notes.flatMap(({ code }) => failureView(code, furtherFailures) ?? []),
    staffNeeded: result.staffNeeded,
    cardPresent,
  };
}

function actionsOf({ snapshot }: VisitScreenOptions): FailureAction[] {
  const { failure, cardPresent, faceUnavailable, pinUnavailable } = snapshot.context;
  if (failure === null) return [];
  if (failure.final) return failure.retry === 'visit' && cardPresent ? ['retry'] : [];
  if (failure.retry === 'submission') return ['retry', 'end'];
  return [
    ...(failure.retry === 'face' ? (['retry'] as const) : []),
    ...(failure.retry === null && faceUnavailable === null ? (['face'] as const) : []),
    ...(pinUnavailable === null ? (['pin'] as const) : []),
    'staff',
    'end',
  ];
}

/** The first reason with a page in the failure-code book; codes of services unknown here lead to the desk. */
function shown(reasons: readonly Reason[], further: readonly FailureTable[]): FailureView {
  for (const { code } of reasons) {
    const view = failureView(code, further);
    if (view !== null) return view;
  }
  const desk = failureView('result-needs-desk');
  if (desk === null) throw new Error('the table has lost result-needs-desk');
  return desk;
}
