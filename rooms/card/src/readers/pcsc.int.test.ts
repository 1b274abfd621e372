import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PaperCard, paperCertificate, paperPhoto } from '../../test/paper-card.ts';
import { type LaidCard, PrivateService, type VpcdCard, whyNoService } from '../../test/private-service.ts';
import {
  type CardConnection,
  type CardReaders,
  describeReaders,
  openMyNumberCard,
  openPcscReaders,
  type ReaderEvent,
} from '../index.ts';

const FIRST = 'Virtual PCD 00 00';
const SECOND = 'Virtual PCD 00 01';
const SELECT_NOTHING = Uint8Array.of(0x00, 0xa4, 0x04, 0x0c, 0x05, 1, 2, 3, 4, 5);
/** pcscd asks the virtual reader for a card every 400 ms; what happens in between it does not see. */
const SERVICE_LOOKS_EVERY_MS = 500;
const missing = whyNoService();

let service: PrivateService;
let readers: CardReaders;
let laid: LaidCard[] = [];
let events: ReaderEvent[] = [];
let watching: Disposable;

beforeAll(async () => {
  if (missing !== undefined) return;
  service = await PrivateService.create();
  await service.start();
  const opened = await openPcscReaders({
    socketName: service.socketName,
    pollMs: 100,
    answerWithinMs: 1_500,
  });
  if (opened.status === 'failed') throw new Error(JSON.stringify(opened.reason));
  readers = opened.value;
});

afterAll(async () => {
  if (missing !== undefined) return;
  await readers[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
});

beforeEach(async (ctx) => {
  if (missing !== undefined) return ctx.skip(missing);
  events = [];
  watching = readers.watch((event) => events.push(event));
});

afterEach(async () => {
  if (missing !== undefined) return;
  for (const card of laid) await card.remove();
  laid = [];
  await until(async () => (await states()).every((state) => state === 'absent'));
  watching[Symbol.dispose]();
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`it did not come about; events: ${JSON.stringify(events)}`);
}

async function states() {
  const listed = await readers.list();
  return listed.status === 'failed' ? [listed.reason.code] : listed.value.map(({ card }) => card);
}

async function lay(card: VpcdCard, slot: 0 | 1 = 0): Promise<LaidCard> {
  const now = await service.insert(card, slot);
  laid.push(now);
  await until(async () => (await states())[slot] !== 'absent');
  return now;
}

async function session(readerName = FIRST): Promise<CardConnection> {
  const connection = await readers.connect(readerName);
  if (connection.status === 'failed') throw new Error(JSON.stringify(connection.reason));
  return connection.value;
}

const kinds = () =>
  events.map((event) => ('readerName' in event ? `${event.kind} ${event.readerName}` : event.kind));
const failure = (code: string) => ({ status: 'failed', reason: { code } });

describe('PC/SC through a real pcscd', () => {
  it('finds library, service and both readers', async () => {
    expect(await describeReaders()).toMatchObject({
      libraryFound: true,
      serviceReachable: true,
      readers: [
        { readerName: FIRST, card: 'absent' },
        { readerName: SECOND, card: 'absent' },
      ],
    });
  });

  it('reports the present state first, then insertion with the ATR, then removal, on each reader', async () => {
    await until(() => events.length >= 2);
    expect(kinds()).toEqual([`reader-added ${FIRST}`, `reader-added ${SECOND}`]);
    const paper = new PaperCard();
    const card = await lay(paper, 1);
    await until(() => events.length >= 3);
    expect(events[2]).toEqual({ kind: 'card-inserted', readerName: SECOND, atr: paper.atr });
    const late: ReaderEvent[] = [];
    using _ = readers.watch((event) => late.push(event));
    await until(() => late.length >= 3);
    expect(late).toContainEqual({ kind: 'card-inserted', readerName: SECOND, atr: paper.atr });
    await card.remove();
    await until(() => events.length >= 4);
    expect(kinds()[3]).toBe(`card-removed ${SECOND}`);
  });

  it('reads a My Number card, extended lengths included', async () => {
    await lay(new PaperCard());
    await using connection = await session();
    expect(Buffer.from(connection.atr).toString('hex')).toBe('3be000ff8131fe4514');
    const card = await openMyNumberCard(connection);
    if (card.status === 'failed') throw new Error(card.reason.code);
    const certificate = await card.value.readAuthenticationCertificate();
    expect(certificate.status === 'done' && Buffer.from(certificate.value).equals(paperCertificate)).toBe(
      true,
    );
    expect(await card.value.openCardFace(Buffer.from('55021720352285'))).toMatchObject({
      value: { kind: 'accepted' },
    });
    const face = await card.value.readCardFace();
    expect(face.status === 'done' && Buffer.from(face.value.photo ?? []).equals(paperPhoto)).toBe(true);
  });

  it('passes the longest response that the virtual reader can carry', async () => {
    const paper = new PaperCard();
    const long = new Uint8Array(65_535 - 2).fill(0x5a);
    await lay({
      atr: paper.atr,
      reset: () => undefined,
      answer: () => Buffer.concat([long, Uint8Array.of(0x90, 0)]),
    });
    await using connection = await session();
    const answer = await connection.transmit(Uint8Array.of(0, 0xb0, 0, 0, 0, 0, 0));
    expect(answer.status === 'done' && answer.value.length).toBe(65_535);
  });

  it('lets no second session in while one is open, and resets the card between two', async () => {
    const paper = new PaperCard();
    await lay(paper);
    {
      await using connection = await session();
      expect(await readers.connect(FIRST)).toMatchObject(failure('card-in-use'));
      const card = await openMyNumberCard(connection);
      if (card.status === 'failed') throw new Error(card.reason.code);
      await card.value.verifyAuthenticationPin(Buffer.from('1234'));
      expect((await card.value.signForAuthentication(new Uint8Array(32))).status).toBe('done');
    }
    await using connection = await session();
    // READ BINARY without a selection: the reset took away what the first session had selected.
    expect(await connection.transmit(Uint8Array.of(0, 0xb0, 0, 0, 0))).toMatchObject({
      value: Uint8Array.of(0x69, 0x86),
    });
  });

  it('says that a reader is empty, unknown, or its card mute', async () => {
    expect(await readers.connect(FIRST)).toMatchObject(failure('card-absent'));
    expect(await readers.connect('No such reader')).toMatchObject(failure('reader-missing'));
    // vpcd takes an empty answer to reset for an empty reader, so the mute card of this test babbles.
    await lay({ atr: Uint8Array.of(0x3b), reset: () => undefined, answer: () => new Uint8Array(0) });
    expect(await readers.connect(FIRST)).toMatchObject(failure('card-mute'));
  });

  it('ends a session for good when the card is pulled, even when another card lies there (swapped card)', async () => {
    const first = new PaperCard();
    let pull = false;
    await lay({
      atr: first.atr,
      reset: () => first.reset(),
      answer: (command) => (pull ? 'pull' : first.answer(command)),
    });
    await using connection = await session();
    expect((await connection.transmit(SELECT_NOTHING)).status).toBe('done');
    pull = true;
    expect(await connection.transmit(SELECT_NOTHING)).toMatchObject(failure('card-removed'));
    await until(async () => (await states())[0] === 'absent');
    await sleep(SERVICE_LOOKS_EVERY_MS);
    const second = new PaperCard();
    await lay(second);
    expect(await connection.transmit(SELECT_NOTHING)).toMatchObject(failure('card-removed'));
    expect(second.log).toEqual([]);
    await until(() => kinds().filter((kind) => kind === `card-inserted ${FIRST}`).length === 2);
    await using fresh = await session();
    expect((await openMyNumberCard(fresh)).status).toBe('done');
  });

  it('ends a session when the card is swapped between two commands (swapped card)', async () => {
    const first = await lay(new PaperCard());
    await using connection = await session();
    expect((await connection.transmit(SELECT_NOTHING)).status).toBe('done');
    await first.remove();
    await until(async () => (await states())[0] === 'absent');
    const second = new PaperCard();
    await lay(second);
    expect(await connection.transmit(SELECT_NOTHING)).toMatchObject(failure('card-removed'));
    expect(second.log).toEqual([]);
    await until(() => kinds().filter((kind) => kind === `card-removed ${FIRST}`).length === 1);
  });

  it('says that a card that answers nothing and stays was torn or lost, and leaves the reader usable', async () => {
    await lay({ atr: new PaperCard().atr, reset: () => undefined, answer: () => Uint8Array.of(0x90) });
    {
      await using connection = await session();
      expect(['response-torn', 'card-contact-lost', 'card-removed']).toContain(
        await connection.transmit(SELECT_NOTHING).then((a) => a.status === 'failed' && a.reason.code),
      );
    }
    await lay(new PaperCard(), 1);
    await using connection = await session(SECOND);
    expect((await openMyNumberCard(connection)).status).toBe('done');
  });

  it('gives up on a card that never answers, serves the other reader meanwhile, and this one again after it', async () => {
    let silent = true;
    const paper = new PaperCard();
    const mute = await lay({
      atr: paper.atr,
      reset: () => paper.reset(),
      answer: (command) => (silent ? 'silence' : paper.answer(command)),
    });
    const started = performance.now();
    {
      await using connection = await session();
      expect(await connection.transmit(SELECT_NOTHING)).toMatchObject(failure('card-not-answering'));
    }
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await readers.connect(FIRST)).toMatchObject(failure('reader-hanging'));
    await lay(new PaperCard(), 1);
    {
      await using other = await session(SECOND);
      expect((await openMyNumberCard(other)).status).toBe('done');
    }
    silent = false;
    await mute.remove();
    await until(async () => (await states())[0] === 'absent');
    await sleep(SERVICE_LOOKS_EVERY_MS);
    await lay(new PaperCard());
    await using again = await session();
    expect((await openMyNumberCard(again)).status).toBe('done');
  });

  it('lets a program end although the driver holds its call', async () => {
    const { atr } = new PaperCard();
    const silent = await lay({ atr, reset: () => undefined, answer: () => 'silence' });
    const program = `const { openPcscReaders } = await import('${new URL('../index.ts', import.meta.url).href}');
      const readers = await openPcscReaders({ socketName: '${service.socketName}', answerWithinMs: 200 });
      const connection = await readers.value.connect('${FIRST}');
      const answer = await connection.value.transmit(Uint8Array.of(0, 0xb0, 0, 0, 0));
      process.stdout.write(answer.reason.code, () => process.exit(3));`;
    const ended = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program],
      { timeout: 20_000 },
    ).catch((error: { code: number; stdout: string }) => error);
    expect(ended).toMatchObject({ code: 3, stdout: 'card-not-answering' });
    // The service still waits for that card: it has to see it leave before the next one comes.
    await silent.remove();
    await until(async () => (await states())[0] === 'absent');
    await sleep(2 * SERVICE_LOOKS_EVERY_MS);
  });

  it('a card exchanged faster than the service looks gets no command of the first one’s session (swapped card)', async () => {
    const first = await lay(new PaperCard());
    await using connection = await session();
    expect((await openMyNumberCard(connection)).status).toBe('done');
    const second = new PaperCard();
    await first.remove();
    laid.push(await service.insert(second));
    const codes: string[] = [];
    for (let i = 0; i < 8; i++) {
      const answer = await connection.transmit(SELECT_NOTHING);
      codes.push(answer.status === 'failed' ? answer.reason.code : 'done');
      await sleep(100);
    }
    expect(codes.every((code) => code === 'card-removed' || code === 'card-contact-lost')).toBe(true);
    expect(second.log).toEqual([]);
  });

  it('leaves the file system free while it waits, however many listeners there are', async () => {
    const more = Array.from({ length: 8 }, () => readers.watch(() => undefined));
    await sleep(20);
    const started = performance.now();
    for (let i = 0; i < 20; i++) await stat(service.folder);
    expect(performance.now() - started).toBeLessThan(90);
    for (const one of more) one[Symbol.dispose]();
  });

  it('reports that the service is lost and back, and works again', async () => {
    await lay(new PaperCard());
    await using connection = await session();
    await until(() => kinds().includes(`card-inserted ${FIRST}`));
    events.length = 0;
    await service.stop('SIGKILL');
    expect(await connection.transmit(SELECT_NOTHING)).toMatchObject(failure('reader-service-down'));
    await until(() => kinds().includes('service-lost'));
    expect(kinds()).toEqual([
      `card-removed ${FIRST}`,
      `reader-removed ${FIRST}`,
      `reader-removed ${SECOND}`,
      'service-lost',
    ]);
    expect(await readers.list()).toMatchObject(failure('reader-service-down'));
    expect(await readers.connect(FIRST)).toMatchObject(failure('reader-service-down'));
    expect(await describeReaders()).toMatchObject({ libraryFound: true, serviceReachable: false });
    await service.start();
    await until(() => kinds().includes(`reader-added ${SECOND}`));
    expect(kinds().slice(4)).toEqual(['service-back', `reader-added ${FIRST}`, `reader-added ${SECOND}`]);
    await lay(new PaperCard());
    await using again = await session();
    expect((await openMyNumberCard(again)).status).toBe('done');
  });

  it('says that the library is missing where there is none', async () => {
    const program =
      "Object.defineProperty(process,'platform',{value:'sunos'});" +
      `const {describeReaders}=await import('${new URL('../index.ts', import.meta.url).href}');console.log(JSON.stringify(await describeReaders()))`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--import', 'tsx', '--input-type=module', '-e', program],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      libraryFound: false,
      reason: { code: 'reader-service-not-installed' },
    });
  });
});
