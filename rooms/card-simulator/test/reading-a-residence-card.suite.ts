import { createHash } from 'node:crypto';
import { openDocument, openResidenceCard, type ResidenceCard } from '@honnin/card';
import type { Attempt } from '@honnin/outcome';
import { parseCertificate, verifyResidenceCardSignature } from '@honnin/pki';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VirtualChip } from '../src/card/virtual-card.ts';
import type { ResidenceCardHolder } from '../src/residence-card/residence-card-holder.ts';
import { createVirtualResidenceCard } from '../src/residence-card/virtual-residence-card.ts';
import { type Desk, expectDone } from './reading-a-card.suite.ts';
import { createTestResidenceCards, residencePhoto, type TestResidenceCards } from './test-residence-cards.ts';

const number = (text: string) => new TextEncoder().encode(text);
const failureOf = (attempt: Attempt<unknown>) =>
  attempt.status === 'failed' ? attempt.reason.code : attempt.status;

/** One suite for every way to a residence card: what a reader sees must not depend on the way. */
export function describeReadingAResidenceCard(
  way: string,
  openDesk: () => Promise<Attempt<Desk> | { skip: string }>,
): void {
  describe(`reading a residence card ${way}`, () => {
    let cards: TestResidenceCards;
    let desk: Desk;
    let skip: string | null = null;
    const sessions: AsyncDisposable[] = [];

    beforeAll(async () => {
      cards = await createTestResidenceCards();
      const opened = await openDesk();
      if ('skip' in opened) skip = opened.skip;
      else desk = expectDone(opened);
    });

    beforeEach((ctx) => {
      if (skip !== null) ctx.skip(skip);
    });

    afterEach(async () => {
      if (skip !== null) return;
      for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
      await desk.remove();
      await vi.waitFor(async () => expect(await state()).toBe('absent'), { timeout: 5_000 });
    });

    afterAll(async () => {
      if (skip === null) await desk[Symbol.asyncDispose]();
    });

    const state = async () =>
      expectDone(await desk.readers.list()).find(({ readerName }) => readerName === desk.readerName)?.card;

    async function connect(chip: VirtualChip) {
      expectDone(await desk.insert(chip));
      await vi.waitFor(async () => expect(await state()).toBe('present'), { timeout: 5_000 });
      const session = expectDone(await desk.readers.connect(desk.readerName));
      sessions.push(session);
      return session;
    }

    async function lay(
      generation: ResidenceCardHolder['generation'],
      changes: Partial<ResidenceCardHolder> = {},
    ): Promise<ResidenceCard> {
      const chip = createVirtualResidenceCard(cards.issue(generation, changes));
      return expectDone(await openResidenceCard(await connect(chip)));
    }

    describe.each(['first', 'second'] as const)('of the %s generation', (generation) => {
      it('is told apart as a document by what anybody may read', async () => {
        const chip = createVirtualResidenceCard(cards.issue(generation));
        const document = expectDone(await openDocument(await connect(chip)));
        expect(document.kind).toBe('residence-card');
        if (document.kind !== 'residence-card') return;
        expect(document.card).toMatchObject({ generation, type: 'residence-card', version: '0001' });
      });

      it('is read to its photo, byte for byte, with a signature over just that', async () => {
        const card = await lay(generation);
        expect(await card.presentNumber(number('AB12345678CD'))).toEqual({
          status: 'done',
          value: { kind: 'accepted' },
        });
        using front = expectDone(await card.readFront());
        expect(Buffer.compare(front.photo ?? new Uint8Array(), residencePhoto)).toBe(0);
        expect(front).toMatchObject({ generation, number: 'AB12345678CD' });
        const { signature } = front;
        if (signature === null) throw new Error('unsigned');
        const outcome = verifyResidenceCardSignature({
          scheme: generation,
          publicKey: expectDone(parseCertificate(signature.certificate)).publicKey,
          digest: createHash('sha256').update(front.signedData).digest(),
          checkCode: signature.checkCode,
        });
        expect(outcome.status).toBe('verified');
      });

      it('tells as text what its generation holds as text, and nothing else', async () => {
        const card = await lay(generation, { renewalPending: true });
        await card.presentNumber(number('AB12345678CD'));
        using front = expectDone(await card.readFront());
        const back = expectDone(await card.readBack());
        expect(back.renewalPending).toBe(true);
        if (generation === 'first') {
          expect(front.entries).toBeNull();
          expect(back).toMatchObject({
            address: {
              text: '東京都見本区見本町１丁目２番３号',
              writtenOn: '2026-04-01',
              municipality: '139999',
            },
            addressImage: null,
          });
        } else {
          expect(front.entries).toMatchObject({
            birthDate: '1985-12-31',
            expiryDate: '2029-10-20',
            sex: '2',
            nationality: 'USA',
            work: '1',
          });
          expect(back.address).toBeNull();
          expect([...(back.addressImage ?? [])].slice(0, 4)).toEqual([0x49, 0x49, 0x2a, 0x00]);
          expect(back.generalPermission).toBe('0');
        }
      });

      it('wipes what was read when it is let go', async () => {
        const card = await lay(generation);
        await card.presentNumber(number('AB12345678CD'));
        const front = expectDone(await card.readFront());
        const { photo } = front;
        front[Symbol.dispose]();
        expect(photo?.every((byte) => byte === 0)).toBe(true);
        expect(front.signedData.every((byte) => byte === 0)).toBe(true);
      });

      it('is a special permanent resident certificate too', async () => {
        const card = await lay(generation, { type: 'special-permanent-resident-certificate' });
        expect(card.type).toBe('special-permanent-resident-certificate');
        await card.presentNumber(number('AB12345678CD'));
        using front = expectDone(await card.readFront());
        expect(front.photo).not.toBeNull();
        expect(expectDone(await card.readBack()).renewalPending).toBeNull();
      });

      it('of a child under 16 has no photo and is not signed', async () => {
        const card = await lay(generation, { photo: null });
        await card.presentNumber(number('AB12345678CD'));
        using front = expectDone(await card.readFront());
        expect([front.photo, front.signature]).toEqual([null, null]);
      });

      it('says that a number is wrong, as often as it is, and then still takes the right one', async () => {
        const card = await lay(generation);
        for (let tries = 0; tries < 12; tries += 1) {
          expect(await card.presentNumber(number('AB12345678CE'))).toEqual({
            status: 'done',
            value: { kind: 'wrong' },
          });
        }
        expect(failureOf(await card.readFront())).toBe('secret-required');
        expect(expectDone(await card.presentNumber(number('AB12345678CD'))).kind).toBe('accepted');
        using front = expectDone(await card.readFront());
        expect(front.photo).not.toBeNull();
      });

      it('is sent no number that can be none', async () => {
        const card = await lay(generation);
        for (const bad of ['', 'ab12345678cd', 'AB1234567CD', 'AB12345678CDE']) {
          expect(failureOf(await card.presentNumber(number(bad)))).toBe('residence-number-malformed');
        }
      });

      it('gives nothing before its number was presented, whatever is asked of it', async () => {
        const session = await connect(createVirtualResidenceCard(cards.issue(generation)));
        const front = 'D392F0004F0200000000000000000000';
        const signature = 'D392F0004F0400000000000000000000';
        const send = async (hex: string) =>
          Buffer.from(expectDone(await session.transmit(Buffer.from(hex, 'hex')))).toString('hex');
        expect(await send(`00A4040C10${front}`)).toBe('9000');
        for (let sfi = 1; sfi <= 0x1e; sfi += 1) {
          expect(await send(`00B0${(0x80 | sfi).toString(16)}0000`)).toMatch(/^(6982|6a82)$/);
          expect(await send(`08B0${(0x80 | sfi).toString(16)}000000049602000000 00`.replace(' ', ''))).toBe(
            '6882',
          );
        }
        expect(await send(`00A4040C10${signature}`)).toBe('9000');
        expect(await send('00B0820000')).toBe('6982');
      });

      it('taken away while it is read is a card removed', async () => {
        const card = await lay(generation);
        await card.presentNumber(number('AB12345678CD'));
        await desk.remove();
        await vi.waitFor(async () => expect(await state()).toBe('absent'), { timeout: 5_000 });
        expect(failureOf(await card.readFront())).toBe('card-removed');
      });
    });
  });
}
