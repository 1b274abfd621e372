import { createHash } from 'node:crypto';
import type { VirtualCard } from '@honnin/card-simulator';
import type { Screen, ScreenMessage } from '../src/screen-protocol.ts';
import { holder, type LayOut, layOutTerminal, matchingNumberOf } from './lay-out-terminal.ts';
import { playFaces } from './played-faces.ts';

/** What the person does: by face or by PIN, with what is right or with what is wrong. */
export type VisitPath = 'face' | 'pin' | 'wrong-number' | 'wrong-pin';

/** How a visit came out for the person, and what reception knows of it. */
export interface VisitEnd {
  /**
   * `verified`: reception has a statement that holds. `refused`: the failure screen, or a result that is none.
   * `way-closed`: the way that was chosen is not open. `asked-again`: the secret was wrong. `last-try`: the person
   * is asked whether to spend it. `hung`: no end.
   */
  readonly kind: 'verified' | 'refused' | 'way-closed' | 'asked-again' | 'last-try' | 'hung';
  /** Code of the failure that the person was shown; null where none was. */
  readonly code: string | null;
  /** The authentication certificate of who was identified, base64; null when nobody was. */
  readonly certificate: string | null;
  /** SHA-256 of the photo that faces were compared with, hexadecimal; null when it did not come to that. */
  readonly photo: string | null;
}

/** A hand that lays cards on a reader and takes them away. */
export interface Hand {
  insert(card: VirtualCard): Promise<void>;
  remove(): Promise<void>;
}

/** One terminal for many visits, one after the other. */
export interface FaultDesk extends AsyncDisposable {
  readonly hand: Hand;
  /** Lays the card down, goes the path to its end, and takes the card away. */
  visit(card: VirtualCard, path: VisitPath): Promise<VisitEnd>;
  /** Whether a card that is laid down next is read; the failure that stands there instead when it is not. */
  reads(card: VirtualCard): Promise<true | string>;
}

export interface FaultDeskOptions extends LayOut {
  /** Another hand for other readers than the in-process ones. */
  readonly hand?: Hand;
  /** How long a visit may stand still, in milliseconds. */
  readonly patienceMs?: number;
}

const jpeg = () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0);

export async function layOutFaultDesk(options: FaultDeskOptions): Promise<FaultDesk> {
  const { patienceMs = 5_000 } = options;
  const played = playFaces();
  played.find({ status: 'verified', similarity: 0.7, reasons: [] });
  let photo: string | null = null;
  const desk = await layOutTerminal({
    ...options,
    faces: {
      ...played.faces,
      startVerification(order) {
        photo = createHash('sha256').update(order.chipPhoto).digest('hex');
        return played.faces.startVerification(order);
      },
    },
  });
  desk.reception.result = 'as-verified';
  const socket = await desk.screen();
  const hand = inTurn(
    options.hand ?? {
      insert: async (card) => desk.insert(card),
      remove: async () => desk.remove(),
    },
  );
  let onScreen: (screen: Screen) => void = () => {};
  const listening = desk.terminal.onVisitState((screen) => onScreen(screen));

  /** Waits until `judge` says something of a screen, answering screens with messages on the way. */
  function follow<T>(judge: (screen: Screen) => T | null): Promise<T | null> {
    return new Promise((resolve) => {
      const end = (value: T | null) => {
        clearTimeout(timer);
        onScreen = () => {};
        resolve(value);
      };
      let timer = setTimeout(() => end(null), patienceMs);
      onScreen = (screen) => {
        clearTimeout(timer);
        timer = setTimeout(() => end(null), patienceMs);
        const judged = judge(screen);
        if (judged !== null) end(judged);
      };
    });
  }

  async function takeAway(): Promise<void> {
    await hand.remove();
    // Whoever finishes the failed screen; without it the next card does.
    socket.send({ type: 'cancel' });
  }

  return {
    hand,
    async visit(card, path) {
      const method = path === 'face' || path === 'wrong-number' ? 'face' : 'pin';
      const before = desk.reception.opened.length;
      const identified = desk.reception.identifications.length;
      const answered = new Set<string>();
      photo = null;
      const once = (screen: Screen, ...messages: ScreenMessage[]) => {
        if (answered.has(screen.name)) return;
        answered.add(screen.name);
        for (const message of messages) socket.send(message);
      };
      const end = (kind: VisitEnd['kind'], code: string | null) => ({ kind, code });
      const ended = follow((screen) => {
        if (desk.reception.opened.length === before && screen.name !== 'failure') return null;
        switch (screen.name) {
          case 'choose-method': {
            const closed = screen.unavailable.find((each) => each.method === method);
            if (closed !== undefined) return end('way-closed', closed.failure.code);
            once(screen, { type: 'choose', method });
            return null;
          }
          case 'matching-number': {
            if (answered.has(screen.name)) return screen.wrong ? end('asked-again', null) : null;
            const parts = matchingNumberOf(holder);
            const securityCode = path === 'wrong-number' ? '0000' : parts.securityCode;
            once(screen, { type: 'matching-number', ...parts, securityCode });
            return null;
          }
          case 'pin':
            if (screen.lastTry) return end('last-try', null);
            if (answered.has(screen.name)) return screen.wrong ? end('asked-again', null) : null;
            once(screen, { type: 'pin', digits: path === 'wrong-pin' ? '0000' : (holder.pin ?? '') });
            return null;
          case 'face':
            if (!answered.has(screen.name)) void socket.frame(jpeg());
            once(screen);
            return null;
          case 'consents':
            once(screen, { type: 'consents', given: [] });
            return null;
          case 'done':
            return end('verified', null);
          case 'failure':
            return end('refused', screen.failure.code);
          default:
            return null;
        }
      });
      await hand.insert(card);
      const { kind, code } = (await ended) ?? end('hung', null);
      await takeAway();
      const identification = desk.reception.identifications[identified];
      return {
        kind,
        code,
        photo,
        certificate:
          identification?.status === 'verified'
            ? Buffer.from(identification.value.certificate.der).toString('base64')
            : null,
      };
    },
    async reads(card) {
      const before = desk.reception.opened.length;
      const read = follow((screen) => {
        if (desk.reception.opened.length === before) return null;
        if (screen.name === 'choose-method') return true;
        return screen.name === 'failure' ? screen.failure.code : null;
      });
      await hand.insert(card);
      const answer = (await read) ?? 'hung';
      await takeAway();
      return answer;
    },
    async [Symbol.asyncDispose]() {
      listening[Symbol.dispose]();
      await desk[Symbol.asyncDispose]();
    },
  };
}

/** One movement after the other, in the order in which they were asked for. */
function inTurn(hand: Hand): Hand {
  let last: Promise<unknown> = Promise.resolve();
  const next = (move: () => Promise<void>) => {
    const moved = last.then(move);
    last = moved.catch(() => undefined);
    return moved;
  };
  return { insert: (card) => next(() => hand.insert(card)), remove: () => next(() => hand.remove()) };
}
