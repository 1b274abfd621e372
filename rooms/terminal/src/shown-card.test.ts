import type { VirtualCard } from '@honnin/card-simulator';
import type { TestAuthority } from '@honnin/pki';
import type { CardPrintReader, PrintSight } from '@honnin/printed-card';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  holder,
  issueCard,
  layOutTerminal,
  makeAuthority,
  matchingNumberOf,
} from '../test/lay-out-terminal.ts';
import type { OpenCardPrintReader } from './visit-tools.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await makeAuthority();
});

const frame = () => Uint8Array.of(0xff, 0xd8, 1, 2, 3, 4);
const read = (securityCode = holder.securityCode): PrintSight => ({
  status: 'read',
  number: { ...matchingNumberOf(holder), securityCode },
});
const notYet: PrintSight = {
  status: 'not-read-yet',
  advice: 'avoid-glare',
  settled: { birthDate: true, expiryYear: false, securityCode: false },
};

/** A reader that sees this, one frame after the other; whether it was ended is known. */
function playReader(...sights: readonly (PrintSight | 'stopped')[]) {
  const left = [...sights];
  const open = { opened: 0, ended: 0, seen: [] as Uint8Array[] };
  const openReader: OpenCardPrintReader = () => {
    open.opened++;
    const reader: CardPrintReader = {
      processId: 0,
      gone: Promise.resolve(),
      async offerFrame(jpeg) {
        open.seen.push(jpeg);
        const sight = left.shift() ?? notYet;
        jpeg.fill(0);
        return sight === 'stopped'
          ? { status: 'failed', reason: { code: 'print-reader-stopped' } }
          : { status: 'done', value: sight };
      },
      [Symbol.dispose]: () => void open.ended++,
    };
    return reader;
  };
  return { open, openReader };
}

async function comeToShowing(played: ReturnType<typeof playReader>, cardPrintMs = 60_000) {
  const desk = await layOutTerminal({
    authority,
    change: { openCardPrintReader: played.openReader, timeouts: { cardPrintMs } },
  });
  const screen = await desk.screen();
  const card: VirtualCard = await issueCard(authority, { photo: null });
  desk.insert(card);
  await screen.until('choose-method');
  screen.send({ type: 'choose', method: 'face' });
  await screen.until('show-card');
  return { desk, screen, card };
}

/** The card has no photo, so that reading it ends here and not before the camera. */
const opened = 'card-has-no-photo';

describe('the printed side before the camera', () => {
  test('is read: the number opens the card, the frames are wiped, and the reader is ended', async () => {
    const played = playReader(notYet, read());
    const { desk, screen } = await comeToShowing(played);
    await using _desk = desk;
    await screen.frame(frame());
    expect(screen.cardGuidance()).toMatchObject({ advice: 'avoid-glare', settled: { birthDate: true } });
    await screen.frame(frame());
    expect((await screen.until('failure')).failure.code).toBe(opened);
    expect(played.open).toMatchObject({ opened: 1, ended: 1 });
    expect(played.open.seen.flatMap((jpeg) => [...jpeg]).every((byte) => byte === 0)).toBe(true);
    expect(desk.log.join('\n')).not.toMatch(/4821|1984-05-12/);
  });

  test('is misread: one try is spent, the person types, and nobody tells them that they were wrong', async () => {
    const { desk, screen } = await comeToShowing(playReader(read('0000')));
    await using _desk = desk;
    await screen.frame(frame());
    expect(await screen.until('matching-number')).toMatchObject({
      triesLeft: 2,
      wrong: false,
      camera: 'misread',
    });
    screen.send({ type: 'matching-number', ...matchingNumberOf(holder), securityCode: '1111' });
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ triesLeft: 1, wrong: true }));
    screen.send({ type: 'matching-number', ...matchingNumberOf(holder) });
    expect((await screen.until('failure')).failure.code).toBe(opened);
  });

  test('is not read in time: the person types, and no try was spent', async () => {
    const { desk, screen } = await comeToShowing(playReader(), 150);
    await using _desk = desk;
    expect(await screen.until('matching-number')).toMatchObject({ triesLeft: 3, camera: 'not-read' });
  });

  test('typing instead, a camera that is missing, and a reader that crashes lead to typing', async () => {
    for (const way of ['typed', 'missing', 'crashed'] as const) {
      const played = playReader('stopped');
      const { desk, screen } = await comeToShowing(played);
      await using _desk = desk;
      if (way === 'typed') screen.send({ type: 'type-instead' });
      else if (way === 'missing') screen.send({ type: 'camera', state: 'missing' });
      else await screen.frame(frame());
      expect(await screen.until('matching-number')).toMatchObject({
        triesLeft: 3,
        wrong: false,
        camera: way === 'crashed' ? 'not-read' : 'not-tried',
      });
      expect(played.open.ended).toBe(1);
    }
  });

  test('the card may be lifted for it: it is read anew, in a session of its own, and goes on', async () => {
    const { desk, screen, card } = await comeToShowing(playReader(read()));
    await using _desk = desk;
    desk.remove();
    await vi.waitFor(() => expect(screen.current()).toEqual({ name: 'show-card', cardPresent: false }));
    await screen.frame(frame());
    await screen.until('lay-card-again');
    desk.insert(card);
    expect((await screen.until('failure')).failure.code).toBe(opened);
    expect(desk.reception.ends).toEqual([]);
  });

  test('a lifted card that is laid down before it was read goes on as well', async () => {
    const { desk, screen, card } = await comeToShowing(playReader(read()));
    await using _desk = desk;
    desk.remove();
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ cardPresent: false }));
    desk.insert(card);
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ cardPresent: true }));
    await screen.frame(frame());
    expect((await screen.until('failure')).failure.code).toBe(opened);
  });

  test('swapping the card while it is lifted: the other one is noticed, and never sees the number', async () => {
    const { desk, screen } = await comeToShowing(playReader(read()));
    await using _desk = desk;
    desk.remove();
    await screen.frame(frame());
    await screen.until('lay-card-again');
    const other = await issueCard(authority, { id: 'other', name: '別　人' });
    desk.insert(other);
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({ failure: { code: 'other-card-laid' }, actions: ['retry'] });
    await vi.waitFor(() => expect(desk.reception.ends[0]?.reasons[0]?.code).toBe('other-card-laid'));
    screen.send({ type: 'retry' });
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'face' });
    await screen.until('show-card');
  });

  test('another way, from a card in the hand: it is laid down first, and the choice is there', async () => {
    const { desk, screen, card } = await comeToShowing(playReader());
    await using _desk = desk;
    desk.remove();
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ cardPresent: false }));
    screen.send({ type: 'cancel' });
    await screen.until('lay-card-again');
    desk.insert(card);
    await screen.until('choose-method');
  });
});
