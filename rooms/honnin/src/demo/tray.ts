import path from 'node:path';
import { type CardReaders, matchingNumberB, openPcscReaders } from '@honnin/card';
import {
  createInProcessReaders,
  createVirtualCard,
  startPrivatePcscd,
  type VirtualCard,
  type VirtualChip,
} from '@honnin/card-simulator';
import type { Reason } from '@honnin/outcome';
import type { Town } from '../demo-town/open-town.ts';
import { createOddCard, oddCards } from './odd-cards.ts';
import { openResidenceCards } from './residence-cards.ts';

/** The reader on the demo's counter, and the hand that lays simulated cards on it. */
export interface Tray extends AsyncDisposable {
  /** `pcsc`: real pcscd with a virtual reader; `in-process`: the same card, without PC/SC between. */
  readonly kind: 'pcsc' | 'in-process';
  /** Why it is not PC/SC; null when it is. */
  readonly withoutPcsc: Reason | null;
  readonly readers: CardReaders;
  readonly readerName: string;
  /** Id of the card on the reader. */
  readonly laid: string | null;
  /** Lays a card of the town, an odd one (`oddCards`) or a residence card (`residence-<persona>`), and takes away what lay there. */
  lay(id: string): Promise<'laid' | 'no-such-card'>;
  takeAway(): Promise<void>;
  /** Takes a card off the reader if it lies there, and forgets it with all that is on it. */
  forget(id: string): Promise<void>;
  /** Matching number B of the card on the reader: what the person would read off its front. */
  matchingNumber(): Promise<Uint8Array | null>;
  triesLeftOfPin(id: string): number;
}

interface Slot {
  readonly kind: Tray['kind'];
  readonly withoutPcsc: Reason | null;
  readonly readers: CardReaders;
  readonly readerName: string;
  insert(card: VirtualChip): Promise<void>;
  remove(): Promise<void>;
  close(): Promise<void>;
}

/** Where a card keeps the counter of its authentication PIN: EF 0018 of the JPKI application. */
const jpkiAid = 'D392F000260100000001';
const authenticationPinFile = '0018';

/** Whose card the odd My Number cards are. */
const oddCardHolder = 'sato';

/** Speed of the simulated air, ISO/IEC 14443: bits a second. */
const bitsPerSecond = 424_000;

/**
 * Opens the tray on a pcscd of its own where pcscd and the virtual reader are installed, and without PC/SC
 * elsewhere. `onChange` hears whenever a card comes or goes.
 */
export async function openTray(options: {
  readonly town: Town;
  readonly directory: string;
  readonly reader: 'automatic' | 'in-process';
  readonly onChange: () => void;
}): Promise<Tray> {
  const { town, onChange } = options;
  const slot = await openSlot(options.directory, options.reader);
  const cards = new Map<string, VirtualCard>();
  const residenceCards = openResidenceCards(town);
  let laid: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** Laying and taking away happen one after the other, whatever the clicks do. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };

  const cardOf = (id: string): VirtualCard | null => {
    const held = cards.get(id);
    if (held !== undefined) return held;
    const record = town.record.cards[id];
    if (record === undefined) return oddCardOf(id);
    const card = createVirtualCard(record, { air: { bitsPerSecond } });
    cards.set(id, card);
    return card;
  };

  /** A new one each time: nothing of an odd card is kept. */
  const oddCardOf = (id: string): VirtualCard | null => {
    const kind = oddCards.find((each) => each === id);
    const record = town.record.cards[oddCardHolder];
    return kind === undefined || record === undefined ? null : createOddCard(kind, record);
  };

  /** The record whose front side is on the card with this id. */
  const printedOn = (id: string) =>
    town.record.cards[oddCards.some((each) => each === id) ? oddCardHolder : id]?.printed;

  const liftCard = async (): Promise<void> => {
    if (laid === null) return;
    const id = laid;
    await slot.remove();
    laid = null;
    const card = cards.get(id);
    if (card !== undefined && town.record.cards[id] !== undefined) {
      town.record.cards[id] = card.snapshot();
      await town.save();
    }
    onChange();
  };

  return {
    kind: slot.kind,
    withoutPcsc: slot.withoutPcsc,
    readers: slot.readers,
    readerName: slot.readerName,
    get laid() {
      return laid;
    },
    lay: (id) =>
      inTurn(async () => {
        const card = cardOf(id) ?? (await residenceCards.make(id));
        if (card === null) return 'no-such-card';
        await liftCard();
        await slot.insert(card);
        laid = id;
        onChange();
        return 'laid';
      }),
    takeAway: () => inTurn(liftCard),
    forget: (id) =>
      inTurn(async () => {
        if (laid === id) await liftCard();
        cards.delete(id);
      }),
    async matchingNumber() {
      const printed = laid === null ? undefined : printedOn(laid);
      if (printed === undefined) return null;
      return matchingNumberB({
        birthDate: printed.birthDate,
        expiryYear: Number(printed.expiryDate.slice(0, 4)),
        securityCode: printed.securityCode,
      });
    },
    triesLeftOfPin(id) {
      const record = cards.get(id)?.snapshot() ?? town.record.cards[id];
      const secrets = record?.applications.find((application) => application.aid === jpkiAid)?.secrets;
      return secrets?.find((secret) => secret.id === authenticationPinFile)?.triesLeft ?? 0;
    },
    async [Symbol.asyncDispose]() {
      await inTurn(liftCard);
      await slot.close();
    },
  };
}

async function openSlot(directory: string, wish: 'automatic' | 'in-process'): Promise<Slot> {
  const name = 'Honnin reader in process';
  const inProcess = (withoutPcsc: Reason | null): Slot => {
    const readers = createInProcessReaders([name]);
    return {
      kind: 'in-process',
      withoutPcsc,
      readers,
      readerName: name,
      async insert(card) {
        const inserted = readers.insert(name, card);
        if (inserted.status === 'failed') throw new Error(`the reader took no card: ${inserted.reason.code}`);
      },
      async remove() {
        readers.remove(name);
      },
      async close() {
        await readers[Symbol.asyncDispose]();
      },
    };
  };
  if (wish === 'in-process') return inProcess(null);
  const pcscd = await startPrivatePcscd({ directory: path.join(directory, 'pcscd') });
  if (pcscd.status === 'failed') return inProcess(pcscd.reason);
  const readers = await openPcscReaders({ socketName: pcscd.value.socketName });
  const [readerName] = pcscd.value.readerNames;
  if (readers.status === 'failed' || readerName === undefined) {
    await pcscd.value[Symbol.asyncDispose]();
    return inProcess(readers.status === 'failed' ? readers.reason : { code: 'reader-missing' });
  }
  return {
    kind: 'pcsc',
    withoutPcsc: null,
    readers: readers.value,
    readerName,
    async insert(card) {
      const inserted = await pcscd.value.insert(card);
      if (inserted.status === 'failed')
        throw new Error(`the virtual reader took no card: ${inserted.reason.code}`);
    },
    remove: () => pcscd.value.remove(),
    async close() {
      await readers.value[Symbol.asyncDispose]();
      await pcscd.value[Symbol.asyncDispose]();
    },
  };
}
