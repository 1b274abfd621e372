import { CARD_FACE_FILE, openMyNumberCard } from '@honnin/card';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../../test/reading-a-card.suite.ts';
import {
  ascii,
  createTestCardIssuer,
  hex,
  type TestCardIssuer,
  testMatchingNumberB,
  toHex,
} from '../../test/test-card-issuer.ts';
import type { VirtualCard } from '../card/virtual-card.ts';
import { createInProcessReaders, type InProcessReaders } from '../connecting/in-process-readers.ts';
import type { CardRecord } from '../issuing/card-record.ts';
import type { CommandPlace } from './command-place.ts';
import { createFaultyCard, type FaultyCardOptions } from './create-faulty-card.ts';
import type { FaultPlan } from './fault-plan.ts';
import { namedFaultPlans } from './named-fault-plans.ts';

const jpki = 'D392F000260100000001';
const cardFace = 'D3921000310001010402';
const selectJpki = hex('00A4040C0A D392F000260100000001');
const selectCertificate = hex('00A4020C02 000A');
const selectPin = hex('00A4020C02 0018');
const read = hex('00B0000000');
const plan = (...faults: FaultPlan['faults']): FaultPlan => ({ format: 'honnin-faults/1', faults });

let issuer: TestCardIssuer;
let record: CardRecord;
beforeAll(async () => {
  issuer = await createTestCardIssuer();
  ({ record } = await issuer.issue());
});

async function answers(card: VirtualCard, ...commands: readonly Uint8Array[]): Promise<string[]> {
  const heard: string[] = [];
  for (const command of commands) heard.push(toHex(await card.transmit(command)));
  return heard;
}

const faulty = (faults: FaultPlan, options: FaultyCardOptions = {}) =>
  createFaultyCard(record, faults, options);

describe('a card with faults', () => {
  it('answers as it should where nothing is planned', async () => {
    const [selected, again] = await answers(faulty(plan()), selectJpki, selectCertificate);
    expect([selected, again]).toEqual(['9000', '9000']);
  });

  it('drops the answer to one command, and only to that one, the chip having done its work', async () => {
    const card = faulty(plan({ at: { command: 2 }, fault: { kind: 'response-dropped' } }));
    const [first, second, third] = await answers(card, selectJpki, selectCertificate, read);
    expect([first, second]).toEqual(['9000', '']);
    expect(third?.slice(0, 4)).toBe('3082');
  });

  it('tears an answer at any byte', async () => {
    for (const keep of [0, 1, 2, 200, 257]) {
      const card = faulty(plan({ at: { ins: 'B0' }, fault: { kind: 'response-torn', keep } }));
      const heard = await answers(card, selectJpki, selectCertificate, read, read);
      expect(heard[2]).toHaveLength(keep * 2);
      expect(heard[3]).toHaveLength(258 * 2);
    }
  });

  it('answers with another status word, with its data or without', async () => {
    for (const data of ['kept', 'left-out'] as const) {
      const card = faulty(
        plan({
          at: { ins: 'B0', application: jpki, file: '000A' },
          fault: { kind: 'status-word', statusWord: '6581', data },
        }),
      );
      const heard = await answers(card, selectJpki, selectCertificate, read);
      expect(heard[2]).toMatch(data === 'kept' ? /^3082.*6581$/ : /^6581$/);
    }
  });

  it('is taken away before a PIN reaches it, or after: the counter tells the two apart', async () => {
    for (const [moment, left] of [
      ['before', 3],
      ['after', 2],
    ] as const) {
      let taken = 0;
      const card = faulty(
        plan({ at: { ins: '20', file: '0018' }, fault: { kind: 'card-removed', moment } }),
        { leave: () => (taken += 1) },
      );
      const wrongPin = hex('0020008004 39393939');
      expect((await answers(card, selectJpki, selectPin, wrongPin)).at(-1)).toBe('');
      expect(taken).toBe(1);
      expect((await answers(card, selectJpki, selectPin, hex('00200080'))).at(-1)).toBe(`63C${left}`);
    }
  });

  it('without a reader to leave, is silent for good once it has been taken away', async () => {
    const card = faulty(plan({ at: { command: 1 }, fault: { kind: 'card-removed', moment: 'after' } }));
    expect(await answers(card, selectJpki, selectJpki)).toEqual(['', '']);
  });

  it('plays an earlier answer again, as a recording would', async () => {
    const card = faulty(plan({ at: { command: 4 }, fault: { kind: 'answer-replayed' } }));
    const challenge = hex('0084000008');
    const [, first, second, third] = await answers(card, selectJpki, challenge, challenge, challenge);
    expect(second).not.toBe(first);
    expect(third).toBe(first);
  });

  it('turns over one bit of a file, by whatever offset and length it is read', async () => {
    const flippedBits = [{ application: jpki, file: '000A', byte: 300, bit: 3 }];
    const card = faulty({ ...plan(), flippedBits });
    const good = faulty(plan());
    for (const command of ['00B0012C01', '00B0000000', '00B0010000', '00B08A0000', '00B00000000400']) {
      const [ours, theirs] = await Promise.all(
        [card, good].map(async (each) =>
          (await answers(each, selectJpki, selectCertificate, hex(command))).at(-1),
        ),
      );
      const offset = command.startsWith('00B08A') ? 0 : Number.parseInt(command.slice(4, 8), 16);
      const at = (300 - offset) * 2;
      const seen = at >= 0 && at < (theirs?.length ?? 0) - 4;
      const changed = Buffer.from(theirs ?? '', 'hex');
      if (seen) changed[at / 2] = (changed[at / 2] ?? 0) ^ 0x08;
      expect(ours).toBe(toHex(changed));
      expect(seen).toBe(command !== '00B0000000' && command !== '00B08A0000');
    }
  });

  it('is late without being wrong', async () => {
    const slept: number[] = [];
    const clock = { now: () => 0, sleep: async (ms: number) => void slept.push(ms) };
    const card = faulty(plan({ at: { command: 1 }, fault: { kind: 'answer-late', byMs: 400 } }), { clock });
    expect(await answers(card, selectJpki)).toEqual(['9000']);
    expect(slept).toEqual([400]);
  });

  it('tells where each command goes, also by short identifier', async () => {
    const places: CommandPlace[] = [];
    const card = faulty(plan(), { onCommand: (place) => void places.push(place) });
    await answers(card, selectJpki, selectPin, hex('00200080'), hex('00B08A0300'));
    expect(places).toEqual([
      { number: 1, ins: 0xa4, application: jpki, file: null, offset: null, dataBytes: 10 },
      { number: 2, ins: 0xa4, application: jpki, file: '0018', offset: null, dataBytes: 2 },
      { number: 3, ins: 0x20, application: jpki, file: '0018', offset: null, dataBytes: 0 },
      { number: 4, ins: 0xb0, application: jpki, file: '000A', offset: 3, dataBytes: 0 },
    ]);
  });
});

describe('through a reader', () => {
  async function withReader<T>(work: (readers: InProcessReaders) => Promise<T>): Promise<T> {
    await using readers = createInProcessReaders(['tray']);
    return await work(readers);
  }
  const codeOf = (attempt: { status: string; reason?: { code: string } }) =>
    attempt.reason?.code ?? attempt.status;

  /** Reads the card face on the tray, as far as it goes. */
  async function readFace(readers: InProcessReaders): Promise<string> {
    const connection = await readers.connect('tray');
    if (connection.status === 'failed') return connection.reason.code;
    await using open = connection.value;
    const card = await openMyNumberCard(open);
    if (card.status === 'failed') return card.reason.code;
    const opened = await card.value.openCardFace(ascii(testMatchingNumberB));
    if (opened.status === 'failed') return opened.reason.code;
    const face = await card.value.readCardFace();
    if (face.status === 'failed') return face.reason.code;
    face.value[Symbol.dispose]();
    return 'read';
  }

  it.each([
    ['two-cards', 'card-mute'],
    ['dead-chip', 'card-mute'],
    ['damaged-chip', 'card-answered-error'],
    ['pulled-in-mid-file', 'card-removed'],
  ] as const)('%s is %s, and the next card is read', (name, code) =>
    withReader(async (readers) => {
      const leave = () => readers.remove('tray');
      expectDone(readers.insert('tray', faulty(namedFaultPlans[name], { leave })));
      expect(await readFace(readers)).toBe(code);
      readers.remove('tray');
      expectDone(readers.insert('tray', faulty(plan())));
      expect(await readFace(readers)).toBe('read');
    }),
  );

  it('a card that does not answer its reset is reported as mute, with no answer to reset', () =>
    withReader(async (readers) => {
      expectDone(readers.insert('tray', faulty(namedFaultPlans['two-cards'])));
      expect(expectDone(await readers.list())).toEqual([{ readerName: 'tray', card: 'mute' }]);
      const heard: unknown[] = [];
      using _watch = readers.watch((event) => void heard.push(event));
      expect(heard).toContainEqual({ kind: 'card-inserted', readerName: 'tray', atr: new Uint8Array(0) });
    }));

  it('an answer that never comes is lost contact, and half a status word is torn', () =>
    withReader(async (readers) => {
      const faults = plan(
        { at: { command: 1 }, fault: { kind: 'response-dropped' } },
        { at: { command: 2 }, fault: { kind: 'response-torn', keep: 1 } },
      );
      expectDone(readers.insert('tray', faulty(faults)));
      // A broken exchange ends the session, as with a real reader: another card may answer next.
      await using broken = expectDone(await readers.connect('tray'));
      expect(codeOf(await broken.transmit(selectJpki))).toBe('card-contact-lost');
      expect(codeOf(await broken.transmit(selectJpki))).toBe('card-contact-lost');
      await using session = expectDone(await readers.connect('tray'));
      expect(codeOf(await session.transmit(selectJpki))).toBe('response-torn');
      expect(codeOf(await session.transmit(selectJpki))).toBe('done');
    }));

  it('each bit rate takes the time that its blocks need: half as long at twice the rate', async () => {
    const times: number[] = [];
    for (const rate of [106, 212, 424, 848] as const) {
      let now = 0;
      const clock = {
        now: () => now,
        async sleep(ms: number) {
          now += ms;
        },
      };
      await withReader(async (readers) => {
        expectDone(readers.insert('tray', faulty(namedFaultPlans[`slow-${rate}`], { clock })));
        expect(await readFace(readers)).toBe('read');
      });
      times.push(now);
    }
    const [slowest = 0, , , fastest = 0] = times;
    expect(slowest).toBeGreaterThan(500);
    expect(slowest / fastest).toBeGreaterThan(7);
    expect(slowest / fastest).toBeLessThan(9);
  });

  it('in a weak field a reading comes to nothing by lost contact, and by nothing else', () =>
    withReader(async (readers) => {
      const clock = { now: () => 0, sleep: async () => undefined };
      expectDone(readers.insert('tray', faulty(namedFaultPlans['weak-field'], { clock })));
      expect(await readFace(readers)).toBe('card-contact-lost');
    }));
});

it('the card-face file of the plans is the one that cards have', () => {
  const [entry] = namedFaultPlans['damaged-chip'].faults;
  expect(entry.at).toMatchObject({ application: cardFace, file: `000${CARD_FACE_FILE.cardFace}` });
});
