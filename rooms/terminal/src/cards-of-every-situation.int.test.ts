import { createInProcessReaders, createVirtualCard, type VirtualCard } from '@honnin/card-simulator';
import { done } from '@honnin/outcome';
import {
  createListRevocationSource,
  parseCertificate,
  parseRevocationList,
  type TestAuthority,
} from '@honnin/pki';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type CardSituation, cardsOfEverySituation } from '../test/cards-of-every-situation.ts';
import { bytesOf, filesOfVisit } from '../test/damaged-files.ts';
import { holder, issueCard, layOutTerminal, makeAuthority } from '../test/lay-out-terminal.ts';

// What the person is offered with each card; the outcome of every path is in card-faults.int.test.ts.
let authority: TestAuthority;
let situations: readonly CardSituation[];
beforeAll(async () => {
  authority = await makeAuthority();
  situations = await cardsOfEverySituation(authority);
}, 60_000);

function lay(id: string): VirtualCard {
  const situation = situations.find((each) => each.id === id);
  if (situation === undefined) throw new Error(`no situation ${id}`);
  return situation.lay();
}

describe('what is offered on the first screen', () => {
  test.each([
    ['usual', ['face', 'pin', 'staff'], []],
    ['no-photo', ['face', 'pin', 'staff'], []],
    ['no-pin', ['face', 'staff'], ['pin pin-not-usable']],
    ['pin-locked', ['face', 'staff'], ['pin pin-not-usable']],
    ['number-locked', ['pin', 'staff'], ['face matching-number-locked']],
    ['number-nearly-locked', ['pin', 'staff'], ['face matching-number-tries-used']],
    ['slow', ['face', 'pin', 'staff'], []],
  ] as const)('%s: %j, and why not %j', async (id, methods, closed) => {
    await using desk = await layOutTerminal({ authority });
    using screen = await desk.screen();
    desk.insert(lay(id));
    const choice = await screen.until('choose-method');
    expect(choice.methods).toEqual(methods);
    expect(choice.unavailable.map(({ method, failure }) => `${method} ${failure.code}`)).toEqual(closed);
  });
});

describe('a card that is of no use here', () => {
  test.each(['transit-card', 'driving-licence', 'credit-card', 'two-cards', 'dead-chip', 'expired'])(
    '%s: the person is told, the desk learns why, no try of anything is spent, and the next card is read',
    async (id) => {
      await using desk = await layOutTerminal({ authority });
      using screen = await desk.screen();
      desk.insert(lay(id));
      const failure = await screen.until('failure');
      await vi.waitFor(() => expect(desk.reception.ends).toHaveLength(1));
      expect(desk.reception.ends[0]?.reasons[0]?.code).toBe(failure.failure.code);
      expect(failure.failure.patient.ja).toMatch(/置いて|お声がけ|お越し/);
      desk.remove();
      desk.insert(lay('usual'));
      await screen.until('choose-method');
    },
  );
});

test('a chip that is damaged where the photo is: face is closed, and the PIN goes on in the same visit', async () => {
  await using desk = await layOutTerminal({ authority, tray: holder });
  using screen = await desk.screen();
  desk.insert(lay('damaged-chip'));
  await screen.until('choose-method');
  screen.send({ type: 'choose', method: 'face' });
  const failure = await screen.until('failure');
  expect(failure).toMatchObject({
    failure: { code: 'card-answered-error' },
    actions: ['pin', 'staff', 'end'],
  });
  screen.send({ type: 'choose', method: 'pin' });
  await screen.until('pin');
  screen.send({ type: 'pin', digits: '1984' });
  await screen.until('consents');
  expect(desk.reception.opened).toHaveLength(1);
});

describe('a card that its issuer has taken back', () => {
  test.each([
    ['key-compromise', 'certificate-revoked'],
    ['certificate-hold', 'certificate-suspended'],
  ] as const)('%s: read like any other, and refused by the service as %s', async (why, code) => {
    await using desk = await layOutTerminal({ authority });
    using screen = await desk.screen();
    const card = await issueCard(authority);
    const file = filesOfVisit.find(({ file: id }) => id === '000A');
    if (file === undefined) throw new Error('a visit reads the certificate');
    const certificate = parseCertificate(withoutFiller(bytesOf(card.snapshot(), file)));
    if (certificate.status === 'failed') throw new Error(certificate.reason.code);
    const now = Date.now();
    authority.revoke(certificate.value.serialNumber, new Date(now - 60_000), {
      issuer: 'authentication',
      reason: why,
    });
    const list = parseRevocationList(await authority.certificateRevocationList(new Date(now - 1_000)));
    if (list.status === 'failed') throw new Error(list.reason.code);
    desk.reception.revocation = createListRevocationSource({ lookup: async () => done([list.value]) });
    desk.reception.result = 'as-verified';
    desk.insert(card);
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'pin' });
    await screen.until('pin');
    screen.send({ type: 'pin', digits: '1984' });
    await screen.until('consents');
    screen.send({ type: 'consents', given: [] });
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({ failure: { code }, actions: [] });
    expect(failure.failure.patient.ja).not.toMatch(/失効|紛失|盗|停止/);
  });
});

describe('two readers with a card on each', () => {
  test('the first card’s holder is identified, by that card alone, and the other has a visit afterwards', async () => {
    await using readers = createInProcessReaders(['Left', 'Right']);
    await using desk = await layOutTerminal({ authority, change: { readers, timeouts: { resultMs: 50 } } });
    using screen = await desk.screen();
    const mine = createVirtualCard((await issueCard(authority)).snapshot());
    const other = createVirtualCard(
      (await issueCard(authority, { name: '別人　次郎', pin: '7777' })).snapshot(),
    );
    readers.insert('Left', mine);
    readers.insert('Right', other);
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'pin' });
    await screen.until('pin');
    screen.send({ type: 'pin', digits: '1984' });
    await screen.until('consents');
    // The other card leaves and comes back meanwhile: nothing of it touches this visit.
    readers.remove('Right');
    readers.insert('Right', other);
    screen.send({ type: 'consents', given: [] });
    await screen.until('done');
    const [identification] = desk.reception.identifications;
    const certificateOnLeft = filesOfVisit.find(({ file }) => file === '000A');
    if (identification?.status !== 'verified' || certificateOnLeft === undefined) throw new Error('nobody');
    const der = withoutFiller(bytesOf(mine.snapshot(), certificateOnLeft));
    expect(Buffer.compare(identification.value.certificate.der, der)).toBe(0);
    readers.remove('Left');
    await screen.until('choose-method');
    expect(desk.reception.opened).toHaveLength(2);
  });
});

/** A certificate’s DER out of its file, which is longer. */
function withoutFiller(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, 4 + (bytes[2] ?? 0) * 0x100 + (bytes[3] ?? 0));
}
