import { isDeepStrictEqual } from 'node:util';
import {
  isMatchingNumberParts,
  type MatchingNumberParts,
  matchingNumberB,
  residenceCardNumber,
} from '@honnin/card';
import type { FrameGuidance } from '@honnin/face';
import { type VisitEvent, visitMachine } from '@honnin/identification';
import { reason } from '@honnin/outcome';
import { createActor, type SnapshotFrom } from 'xstate';
import { type FaceAttempt, startFaceAttempt } from './face-attempt.ts';
import { idleLimit } from './idle-limit.ts';
import { triedCard } from './opened-face.ts';
import { type PrintAttempt, startPrintAttempt } from './print-attempt.ts';
import type { CardGuidance, Screen, VisitMessage } from './screen-protocol.ts';
import { closeCard, createVisitMemory, forgetAll, forgetSecrets } from './visit-memory.ts';
import { visitScreen } from './visit-screen.ts';
import type { VisitTools } from './visit-tools.ts';
import { checkPin } from './work/check-pin.ts';
import { issueIdentification } from './work/issue-identification.ts';
import { openDocument } from './work/open-document.ts';
import { openVisit } from './work/open-visit.ts';
import { readCard } from './work/read-card.ts';
import { submitIdentification } from './work/submit-identification.ts';
import { waitForStaff } from './work/wait-for-staff.ts';
import type { Work } from './work/work.ts';

type Snapshot = SnapshotFrom<typeof visitMachine>;

/** What each state does on being entered; the others wait for the person. */
const workOf: Readonly<Record<string, Work>> = {
  opening: openVisit,
  readingCard: readCard,
  readingAgain: readCard,
  openingCardFace: openDocument,
  checkingPin: checkPin,
  waitingForStaff: waitForStaff,
  issuing: issueIdentification,
  submitting: submitIdentification,
};

export interface RunningVisit extends AsyncDisposable {
  readonly readerName: string;
  /** Has reception open the visit; once. */
  start(): void;
  /** Null once the visit has ended. */
  screen(): Screen | null;
  /**
   * Over or failed, and its card gone: a new card may begin a visit of its own. A hand-over that could have been
   * tried again is given up then, so that whoever comes next never sees the name of the person before.
   */
  readonly replaceable: boolean;
  cardRemoved(): void;
  /** Whether its card was lifted off this reader to be shown to the camera, and is expected there again. */
  awaitsCard(readerName: string): boolean;
  /** A card lies on the reader where one is expected; whether it is the same is for the visit to find out. */
  cardLaid(): void;
  receive(message: VisitMessage): void;
  offerFrame(jpeg: Uint8Array, captured?: number): Promise<FrameGuidance | CardGuidance | null>;
}

export interface VisitOptions {
  readonly tools: VisitTools;
  readonly readerName: string;
  readonly changed: () => void;
  /** `again`: the person wants a new visit with the card that lies there. */
  readonly ended: (end: { readonly again: boolean }) => void;
}

/** Runs one visit: enters states, does their work, keeps the time, tells reception, and forgets the person. */
export function runVisit({ tools, readerName, changed, ended }: VisitOptions): RunningVisit {
  const { log, timeouts } = tools;
  const memory = createVisitMemory();
  const actor = createActor(visitMachine);
  const pending = new Set<Promise<unknown>>();
  let state = '';
  let leaving = new AbortController();
  let attempt: FaceAttempt | null = null;
  let print: PrintAttempt | null = null;
  /** Fulfilled when the session of a lifted card is closed. */
  let lifting: Promise<void> = Promise.resolve();
  let idleTimer: NodeJS.Timeout | undefined;
  let faceWaitTimer: NodeJS.Timeout | undefined;
  let toldEnd = false;

  const track = (work: Promise<unknown>) => {
    pending.add(work);
    void work.finally(() => pending.delete(work)).catch(() => {});
  };
  const send = (event: VisitEvent) => {
    if (actor.getSnapshot().status === 'active') actor.send(event);
  };

  function enter(snapshot: Snapshot): void {
    leaving.abort();
    leaving = new AbortController();
    attempt?.[Symbol.dispose]();
    attempt = null;
    print?.[Symbol.dispose]();
    print = null;
    const { signal } = leaving;
    if (state === 'showingCard' && tools.openCardPrintReader !== null) {
      print = startPrintAttempt({ tools, openReader: tools.openCardPrintReader, memory, finish: send });
      return;
    }
    if (state === 'face') {
      beginFaceAttempt();
      return;
    }
    const work = workOf[state];
    if (work !== undefined) {
      track(doWork(work, snapshot, signal));
    } else if (state === 'done') {
      memory.statement = null;
    }
  }

  async function doWork(work: Work, { context }: Snapshot, signal: AbortSignal): Promise<void> {
    let event: VisitEvent;
    try {
      await lifting;
      event = await work({ tools, memory, context, readerName, signal });
    } catch (error) {
      if (signal.aborted) return;
      log.error({ err: error, state }, 'the work of a state broke off');
      event = { type: 'terminal-failed', reason: reason('terminal-error') };
    }
    if (signal.aborted) {
      // The visit went on, or ended, while a card was being read: what came of it is forgotten.
      if (isOver(actor.getSnapshot())) await forgetAll(memory);
      return;
    }
    send(event);
  }

  /** Everything of the person goes, and reception learns why; once. */
  function finish(snapshot: Snapshot): void {
    if (toldEnd) return;
    toldEnd = true;
    const { reasons, failure } = snapshot.context;
    log.info({ reasons: reasons.map(({ code }) => code) }, 'visit ended without a result');
    track(forgetAll(memory));
    if (memory.opened !== null && failure !== null) {
      const told = [...failure.reasons, ...reasons.filter((one) => !failure.reasons.includes(one))];
      track(
        tools.reception.end(memory.opened.visitId, { reasons: told.slice(0, 16) }).then((answer) => {
          if (answer.status === 'failed')
            log.warn({ reason: answer.reason }, 'reception was not told the end');
        }),
      );
    }
  }

  function keepTime(snapshot: Snapshot): void {
    clearTimeout(idleTimer);
    const limit = idleLimit(snapshot, timeouts);
    if (limit !== null) idleTimer = setTimeout(() => send({ type: 'inactive' }), limit);
  }

  const faceWaitMs = () => {
    const fingerprint = triedCard(memory);
    return fingerprint === null ? 0 : tools.faceTries.standing(fingerprint).waitMs;
  };

  /** Opens the face again when the card has waited long enough. */
  function keepFaceWait({ context }: Snapshot): void {
    clearTimeout(faceWaitTimer);
    if (context.faceUnavailable?.code !== 'face-tries-wait') return;
    faceWaitTimer = setTimeout(() => {
      if (faceWaitMs() > 0) keepFaceWait(actor.getSnapshot());
      else send({ type: 'face-wait-over' });
    }, faceWaitMs());
  }

  actor.subscribe((snapshot) => {
    const value = String(snapshot.value);
    if (value !== state) {
      state = value;
      log.debug({ state }, 'visit');
      enter(snapshot);
    }
    if (isOver(snapshot)) finish(snapshot);
    keepTime(snapshot);
    keepFaceWait(snapshot);
    if (snapshot.status === 'done') {
      clearTimeout(idleTimer);
      clearTimeout(faceWaitTimer);
      ended(snapshot.output);
    } else {
      changed();
    }
  });

  function receive(message: VisitMessage): void {
    memory.entryMalformed = false;
    switch (message.type) {
      case 'choose':
        send({ type: 'choose', method: message.method });
        break;
      case 'matching-number':
        if (state === 'matchingNumber') enterMatchingNumber(message);
        break;
      case 'residence-number':
        if (state === 'residenceNumber') {
          memory.residenceNumber = residenceCardNumber(message.number) ?? null;
          send({ type: 'residence-number-entered' });
        }
        break;
      case 'pin':
        if (state === 'pin') enterPin(message.digits, message.spendLastTry === true);
        break;
      case 'type-instead':
        if (state === 'showingCard') {
          memory.printReading = 'given-up';
          send({ type: 'type-instead' });
        }
        break;
      case 'consents':
        if (state === 'consents') giveConsents(message);
        break;
      case 'camera':
        hearCamera(message);
        break;
      case 'without-turning':
        if (state === 'face') goWithoutTurning();
        break;
      default:
        send({ type: message.type });
    }
  }

  function hearCamera({ state: now, identity }: VisitMessage & { readonly type: 'camera' }): void {
    if (now !== 'ready') {
      if (state === 'showingCard') {
        memory.printReading = 'given-up';
        send({ type: 'type-instead' });
      }
      if (state === 'face') send({ type: 'camera-failed', reason: reason(`camera-${now}`) });
      return;
    }
    const before = memory.camera;
    memory.camera = identity ?? null;
    if (state !== 'face' || attempt === null || isDeepStrictEqual(before, memory.camera)) return;
    // Another camera than the one that the attempt began with: what comes from it is a new attempt's.
    if (attempt.begun) send({ type: 'camera-failed', reason: reason('camera-lost', 'another camera') });
    else beginFaceAttempt();
  }

  function beginFaceAttempt(): void {
    attempt?.[Symbol.dispose]();
    attempt = startFaceAttempt({ tools, memory, finish: send });
  }

  function goWithoutTurning(): void {
    memory.withoutTurning = true;
    attempt?.askWithoutTurning();
    changed();
  }

  function enterMatchingNumber(parts: MatchingNumberParts): void {
    memory.entryMalformed = !isMatchingNumberParts(parts);
    if (memory.entryMalformed) {
      changed();
      return;
    }
    memory.matchingNumber = matchingNumberB(parts);
    if (memory.printReading === 'misread') memory.printReading = 'given-up';
    send({ type: 'matching-number-entered' });
  }

  function enterPin(digits: string, spendLastTry: boolean): void {
    memory.pin = new TextEncoder().encode(digits);
    memory.spendLastTry = spendLastTry;
    send({ type: 'pin-entered', spendLastTry });
    // The machine did not take it: the last try has to be meant.
    if (state === 'pin') forgetSecrets(memory);
  }

  function giveConsents(message: VisitMessage & { readonly type: 'consents' }): void {
    const { opened } = memory;
    const at = tools.clock().toISOString();
    const groups = opened?.consentGroups ?? [];
    memory.consents = groups.map((group) => ({ group, given: message.given.includes(group), at }));
    const { prescriptionIssue = null } = message;
    memory.prescriptionIssue = opened?.offersPrescriptionChoice === true ? prescriptionIssue : null;
    send({ type: 'consents-given' });
  }

  return {
    readerName,
    start: () => void actor.start(),
    screen: () =>
      visitScreen({
        snapshot: actor.getSnapshot(),
        memory,
        furtherFailures: tools.furtherFailures,
        stillThereMs: timeouts.stillThereMs,
        faceWaitMs,
      }),
    get replaceable() {
      const snapshot = actor.getSnapshot();
      const over = snapshot.value === 'done' || snapshot.value === 'failure' || isOver(snapshot);
      return snapshot.status !== 'active' || (over && !snapshot.context.cardPresent);
    },
    cardRemoved() {
      if (state === 'showingCard') {
        memory.liftedFingerprint ??= memory.session?.certificate.fingerprint ?? null;
        lifting = closeCard(memory);
        track(lifting);
      }
      send({ type: 'card-removed' });
    },
    awaitsCard(name) {
      const { context } = actor.getSnapshot();
      return name === readerName && context.cardLifted && !context.cardPresent;
    },
    cardLaid: () => send({ type: 'card-laid' }),
    receive,
    offerFrame: async (jpeg, captured) => {
      if (print !== null) return print.offerFrame(jpeg);
      if (attempt === null) {
        jpeg.fill(0);
        return null;
      }
      return attempt.offerFrame(jpeg, captured);
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(idleTimer);
      clearTimeout(faceWaitTimer);
      leaving.abort();
      attempt?.[Symbol.dispose]();
      print?.[Symbol.dispose]();
      const { opened } = memory;
      const { status, context } = actor.getSnapshot();
      const answered = memory.result !== null || context.insuranceAtDesk;
      if (!toldEnd && !answered && opened !== null && status === 'active') {
        toldEnd = true;
        track(tools.reception.end(opened.visitId, { reasons: [reason('terminal-stopped')] }));
      }
      actor.stop();
      await Promise.allSettled([...pending]);
      await forgetAll(memory);
    },
  };
}

const isOver = ({ value, context }: Snapshot) => value === 'failure' && context.failure?.final === true;
