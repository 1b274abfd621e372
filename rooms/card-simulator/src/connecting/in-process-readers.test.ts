import type { ReaderEvent } from '@honnin/card';
import { describe, expect, it } from 'vitest';
import type { VirtualCard } from '../card/virtual-card.ts';
import { createInProcessReaders } from './in-process-readers.ts';

/** A card that echoes, as slowly as it is told, and counts its resets. */
function echoCard(answerAfter: () => Promise<void> = async () => {}): VirtualCard & { resets: number } {
  return {
    resets: 0,
    atr: Uint8Array.of(0x3b, 0),
    async transmit(command) {
      await answerAfter();
      return Uint8Array.from([...command, 0x90, 0x00]);
    },
    reset() {
      this.resets += 1;
    },
    snapshot() {
      throw new Error('not in this test');
    },
  };
}

const command = Uint8Array.of(0, 0xa4, 4, 0x0c);

describe('createInProcessReaders', () => {
  it('reports the present state first, then every change', () => {
    const readers = createInProcessReaders(['left', 'right']);
    readers.insert('left', echoCard());
    const events: string[] = [];
    const watching = readers.watch((event: ReaderEvent) => {
      events.push(`${event.kind} ${'readerName' in event ? event.readerName : ''}`);
    });
    readers.remove('left');
    readers.remove('left');
    readers.insert('right', echoCard());
    watching[Symbol.dispose]();
    readers.remove('right');
    expect(events).toEqual([
      'reader-added left',
      'card-inserted left',
      'reader-added right',
      'card-removed left',
      'card-inserted right',
    ]);
  });

  it('refuses a second session, a second card, an empty reader and an unknown one', async () => {
    await using readers = createInProcessReaders(['tray', 'empty']);
    readers.insert('tray', echoCard());
    const first = await readers.connect('tray');
    const codes = [
      await readers.connect('tray'),
      await readers.connect('empty'),
      await readers.connect('none'),
      readers.insert('tray', echoCard()),
      readers.insert('none', echoCard()),
    ].map((attempt) => (attempt.status === 'failed' ? attempt.reason.code : attempt.status));
    expect(codes).toEqual([
      'card-in-use',
      'card-absent',
      'reader-missing',
      'slot-occupied',
      'reader-missing',
    ]);
    if (first.status === 'done') await first.value[Symbol.asyncDispose]();
    expect((await readers.connect('tray')).status).toBe('done');
  });

  it('resets the card when a session opens and when it closes', async () => {
    await using readers = createInProcessReaders(['tray']);
    const card = echoCard();
    readers.insert('tray', card);
    const session = await readers.connect('tray');
    if (session.status === 'failed') throw new Error(session.reason.code);
    const before = card.resets;
    await session.value[Symbol.asyncDispose]();
    expect(card.resets).toBe(before + 1);
  });

  it('a card pulled in the middle of a command ends the command at once', async () => {
    await using readers = createInProcessReaders(['tray']);
    readers.insert(
      'tray',
      echoCard(() => new Promise(() => {})),
    );
    const session = await readers.connect('tray');
    if (session.status === 'failed') throw new Error(session.reason.code);
    const answer = session.value.transmit(command);
    readers.remove('tray');
    expect(await answer).toMatchObject({ status: 'failed', reason: { code: 'card-removed' } });
  });

  it('a card swapped in mid-session is never spoken to by the old session', async () => {
    await using readers = createInProcessReaders(['tray']);
    readers.insert('tray', echoCard());
    const session = await readers.connect('tray');
    if (session.status === 'failed') throw new Error(session.reason.code);
    readers.remove('tray');
    let spokenTo = 0;
    const other = echoCard(async () => {
      spokenTo += 1;
    });
    readers.insert('tray', other);
    expect((await session.value.transmit(command)).status).toBe('failed');
    await session.value[Symbol.asyncDispose]();
    expect(spokenTo).toBe(0);
    expect((await readers.connect('tray')).status).toBe('done');
  });

  it('gives up on a card that never answers, and is free for the next session', async () => {
    await using readers = createInProcessReaders(['tray'], { answerWithinMs: 20 });
    readers.insert(
      'tray',
      echoCard(() => new Promise(() => undefined)),
    );
    const session = await readers.connect('tray');
    if (session.status === 'failed') throw new Error(session.reason.code);
    for (let turn = 0; turn < 2; turn += 1)
      expect(await session.value.transmit(command)).toMatchObject({ reason: { code: 'card-not-answering' } });
    expect((await readers.connect('tray')).status).toBe('done');
  });
});
