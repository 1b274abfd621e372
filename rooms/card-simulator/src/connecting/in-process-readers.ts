import { setTimeout as sleep } from 'node:timers/promises';
import type { CardConnection, CardReaders, ReaderEvent } from '@honnin/card';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { VirtualChip } from '../card/virtual-card.ts';
import { fail } from '../fail.ts';

/** Readers without hardware and without a service, for tests and for the demo. */
export interface InProcessReaders extends CardReaders {
  /** Lays a card down. Fails with `reader-missing` or `slot-occupied`. */
  insert(readerName: string, card: VirtualChip): Attempt<void>;
  /** Takes the card away, in the middle of a command too; nothing happens when there is none. */
  remove(readerName: string): void;
  /** The card that lies there now. */
  cardIn(readerName: string): VirtualChip | null;
}

interface Slot {
  card: VirtualChip | null;
  connection: Session | null;
}

interface Session {
  /** Settles when the card leaves, so that a command under way ends at once. */
  readonly removed: Promise<void>;
  leave(): void;
}

/** No initial character of ISO/IEC 7816-3 8.1: a dead chip, or two cards whose answers run into each other. */
const isMute = ({ atr }: VirtualChip) => atr[0] !== 0x3b && atr[0] !== 0x3f;

const shownAtr = (card: VirtualChip) => (isMute(card) ? new Uint8Array(0) : card.atr);

const removedInUse = () => failed(reason('card-removed', 'the card left the in-process reader'));

export interface InProcessReadersOptions {
  /** How long a card may take for one command, as with `openPcscReaders`; 10 s when left out. */
  readonly answerWithinMs?: number;
}

/** Makes readers with these names; they behave as `openPcscReaders` does, code for code. */
export function createInProcessReaders(
  names: readonly string[],
  { answerWithinMs = 10_000 }: InProcessReadersOptions = {},
): InProcessReaders {
  const slots = new Map<string, Slot>(names.map((name) => [name, { card: null, connection: null }]));
  const listeners = new Set<(event: ReaderEvent) => void>();
  const tell = (event: ReaderEvent) => {
    for (const listener of [...listeners]) listener(event);
  };

  const takeOut = (readerName: string, slot: Slot) => {
    if (slot.card === null) return;
    slot.card.reset();
    slot.card = null;
    slot.connection?.leave();
    slot.connection = null;
    tell({ kind: 'card-removed', readerName });
  };

  return {
    async list() {
      return done(
        [...slots].map(([readerName, { card }]) => ({
          readerName,
          card: card === null ? 'absent' : isMute(card) ? 'mute' : 'present',
        })),
      );
    },
    watch(listener) {
      listeners.add(listener);
      for (const [readerName, { card }] of slots) {
        listener({ kind: 'reader-added', readerName });
        if (card !== null) listener({ kind: 'card-inserted', readerName, atr: shownAtr(card) });
      }
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    async connect(readerName) {
      const slot = slots.get(readerName);
      if (slot === undefined) return failed(reason('reader-missing', readerName));
      if (slot.card === null) return failed(reason('card-absent', readerName));
      if (isMute(slot.card)) return failed(reason('card-mute', readerName));
      if (slot.connection !== null) return failed(reason('card-in-use', readerName));
      return done(openSession(readerName, slot, slot.card, answerWithinMs));
    },
    insert(readerName, card) {
      const slot = slots.get(readerName);
      if (slot === undefined) return failed(reason('reader-missing', readerName));
      if (slot.card !== null) return fail('slot-occupied', readerName);
      slot.card = card;
      card.reset();
      tell({ kind: 'card-inserted', readerName, atr: shownAtr(card) });
      return done(undefined);
    },
    remove(readerName) {
      const slot = slots.get(readerName);
      if (slot !== undefined) takeOut(readerName, slot);
    },
    cardIn: (readerName) => slots.get(readerName)?.card ?? null,
    async [Symbol.asyncDispose]() {
      listeners.clear();
      for (const [readerName, slot] of slots) takeOut(readerName, slot);
      slots.clear();
    },
  };
}

function openSession(
  readerName: string,
  slot: Slot,
  card: VirtualChip,
  answerWithinMs: number,
): CardConnection {
  let leave = () => {};
  const removed = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const session: Session = { removed, leave };
  slot.connection = session;
  card.reset();
  let ended: ReturnType<typeof failed> | null = null;
  // As with a real reader: the session is over, and the reader is free for the next one.
  const end = (failure: ReturnType<typeof failed>) => {
    ended = failure;
    if (isOpen()) slot.connection = null;
    return failure;
  };
  const isOpen = () => slot.connection === session;
  return {
    readerName,
    atr: card.atr,
    async transmit(command) {
      if (ended !== null) return ended;
      if (!isOpen()) return removedInUse();
      const patience = new AbortController();
      const late = sleep(answerWithinMs, 'late' as const, { signal: patience.signal }).catch(() => null);
      const response = await Promise.race([card.transmit(command), removed.then(() => null), late]);
      patience.abort();
      if (response === 'late') return end(failed(reason('card-not-answering', 'the in-process card')));
      if (response === null || !isOpen()) return removedInUse();
      // A reader says of a card that did not answer, and of half a status word, what PC/SC says.
      if (response.length === 0) {
        const lost = failed(reason('card-contact-lost', 'no response'));
        // It may have been the length of an extended command; after any other, another card may answer next.
        return command.length > 5 && command[4] === 0 ? lost : end(lost);
      }
      return response.length < 2 ? failed(reason('response-torn', '1 byte')) : done(response);
    },
    async [Symbol.asyncDispose]() {
      if (!isOpen()) return;
      slot.connection = null;
      card.reset();
    },
  };
}
