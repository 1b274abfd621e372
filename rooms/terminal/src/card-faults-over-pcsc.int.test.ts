import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CardReaders, openPcscReaders } from '@honnin/card';
import {
  type CardRecord,
  createVirtualCard,
  type PrivatePcscd,
  startPrivatePcscd,
} from '@honnin/card-simulator';
import type { TestAuthority } from '@honnin/pki';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cardsOfEverySituation, outcomeOf } from '../test/cards-of-every-situation.ts';
import { commandFaultKinds } from '../test/command-faults.ts';
import { type FaultDesk, layOutFaultDesk } from '../test/fault-desk.ts';
import { forgeCards } from '../test/forged-cards.ts';
import { judgeVisit } from '../test/judge-visit.ts';
import { holder, issueCard, makeAuthority } from '../test/lay-out-terminal.ts';
import { type WalkedVisit, walkCommandFaults } from '../test/walk-command-faults.ts';

// The same visits over the real PC/SC stack: pcscd and its virtual reader. A sample of each kind, since a card
// takes most of a second to be seen and to be missed.
const answerWithinMs = 1_500;

let skip: string | null = null;
let directory: string;
let pcscd: PrivatePcscd;
let readers: CardReaders;
let authority: TestAuthority;
let record: CardRecord;
let other: CardRecord;
let desk: FaultDesk;
let certificate: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'faults-'));
  const started = await startPrivatePcscd({ directory });
  if (started.status === 'failed') {
    skip = `no pcscd of its own: ${started.reason.code}`;
    return;
  }
  pcscd = started.value;
  const opened = await openPcscReaders({ socketName: pcscd.socketName, pollMs: 100, answerWithinMs });
  if (opened.status === 'failed') throw new Error(opened.reason.code);
  readers = opened.value;
  authority = await makeAuthority();
  record = (await issueCard(authority)).snapshot();
  other = (await issueCard(authority, { name: '別人　次郎', sex: '1' })).snapshot();
  const [readerName] = pcscd.readerNames;
  const seen = async (wanted: string) =>
    vi.waitFor(
      async () => {
        const list = await readers.list();
        const state = list.status === 'done' && list.value.find((each) => each.readerName === readerName);
        if (state === false || state?.card !== wanted) throw new Error(`the card is not ${wanted}`);
      },
      { timeout: 10_000, interval: 50 },
    );
  desk = await layOutFaultDesk({
    authority,
    patienceMs: 15_000,
    change: { readers, readerName },
    hand: {
      async insert(card) {
        const inserted = await pcscd.insert(card);
        if (inserted.status === 'failed') throw new Error(inserted.reason.code);
      },
      async remove() {
        await pcscd.remove();
        await seen('absent');
      },
    },
  });
  const usual = await desk.visit(createVirtualCard(record), 'pin');
  expect(outcomeOf(usual)).toBe('verified');
  certificate = usual.certificate ?? '';
}, 60_000);

beforeEach((ctx) => {
  if (skip !== null) ctx.skip(skip);
});

afterAll(async () => {
  if (skip === null) {
    await desk[Symbol.asyncDispose]();
    await readers[Symbol.asyncDispose]();
    await pcscd[Symbol.asyncDispose]();
  }
  await rm(directory, { recursive: true, force: true });
}, 60_000);

/** One visit with the first fault of a kind at the first command of a step that can have it. */
async function visitWith(id: string, wanted: { path: 'face' | 'pin'; step: string }): Promise<WalkedVisit> {
  const walk = walkCommandFaults({
    desk,
    record,
    other,
    path: wanted.path,
    only: (step, kind) => kind.id === id && step === wanted.step,
  });
  for await (const visit of walk) return visit;
  throw new Error(`no command for ${id} at ${wanted.step}`);
}

describe('over pcscd and the virtual reader', () => {
  test.each(
    commandFaultKinds.map(({ id, words }, index) => {
      // The steps take turns, so that each meets several kinds.
      const places = [
        { path: 'face', step: 'certificate' },
        { path: 'face', step: 'record and photo' },
        { path: 'pin', step: 'signature' },
        { path: 'face', step: 'issuer’s certificate' },
      ] as const;
      const { path, step } = places[index % places.length] ?? places[0];
      return [words, step, id, path] as const;
    }),
  )('%s, at the %s: the right outcome, and the next card is read', async (_words, step, id, path) => {
    const visit = await visitWith(id, { path, step });
    const photo = createHash('sha256')
      .update(holder.photo ?? '')
      .digest('hex');
    expect(`${outcomeOf(visit.end)}: ${judgeVisit(visit, { certificate, photo }) ?? 'right'}`).toMatch(
      /: right$/,
    );
  });

  test('forged cards are refused for the reason that they are refused for in process', async () => {
    const codes: Record<string, string> = {};
    for (const { words, lay } of await forgeCards(authority, record)) {
      if (words.startsWith('The certificate of') || words.includes('authority')) continue;
      codes[words] = outcomeOf(await desk.visit(lay(), 'face'));
    }
    expect(codes).toEqual({
      'A recorded record of another card': 'card-key-unproven',
      'The borrower’s photo in the owner’s record': 'card-face-signature-invalid',
      'A record re-signed by a wrong issuer': 'card-face-signature-invalid',
      'A record re-signed by a wrong issuer who brings a certificate too': 'card-issuer-signature-invalid',
      'A clone that signs with a key of its own': 'card-key-unproven',
      'A clone that refuses to sign': 'card-answered-error',
    });
    expect(await desk.reads(createVirtualCard(other))).toBe(true);
  });

  test('cards of every situation that a reader sees come out as in process', async () => {
    const wrong: string[] = [];
    for (const { id, expected, lay } of await cardsOfEverySituation(authority)) {
      // The virtual reader does not see a card without an answer to reset at all.
      if (id === 'dead-chip') continue;
      const outcome = outcomeOf(await desk.visit(lay(), 'face'));
      // Its driver waits for a lost answer as long as the terminal lets it.
      const expectedHere = expected.face === 'card-contact-lost' ? 'card-not-answering' : expected.face;
      if (outcome !== expectedHere) wrong.push(`${id}: ${outcome} in place of ${expectedHere}`);
    }
    expect(wrong).toEqual([]);
    expect(await desk.reads(createVirtualCard(other))).toBe(true);
  });
});
