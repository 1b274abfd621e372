import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CardConnection, type CardReaders, openPcscReaders } from '@honnin/card';
import { type CardRecord, createInProcessReaders } from '@honnin/card-simulator';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { dataFolder } from '../command-line/data-folder.ts';
import { powerUp, readCardFile } from './card-file.ts';

/** A connection to the card that a command works on, and what is known of it beforehand. */
export interface CardSource extends AsyncDisposable {
  readonly connection: CardConnection;
  /** Of a card file only: what is printed on its front. */
  readonly printed: CardRecord['printed'] | null;
  /** Of a residence card's file only: the number printed on its front. */
  readonly number: string | null;
}

interface CardSourceOptions {
  /** A simulated card's file (`honnin card issue`), read without a reader. */
  readonly card?: string;
  /** A reader's name or the beginning of it; the first with a card when left out. */
  readonly reader?: string;
  /** Honnin's data folder: a running demo keeps the socket of its own pcscd there. */
  readonly data: string;
}

/** The readers of this machine, or those of a demo that runs here. */
export function openReaders(data: string): Promise<Attempt<CardReaders>> {
  const socketName = path.join(data, 'demo/pcscd/run/pcscd.comm');
  return openPcscReaders(existsSync(socketName) ? { socketName } : {});
}

/** Connects to the card that a command's options name. */
export function openCommandSource(options: {
  readonly card?: string;
  readonly reader?: string;
  readonly data?: string;
}): Promise<Attempt<CardSource>> {
  const { card, reader } = options;
  return openCardSource({
    data: dataFolder(options.data, process.env),
    ...(card === undefined ? {} : { card }),
    ...(reader === undefined ? {} : { reader }),
  });
}

/** Connects to the card in a reader, or to the simulated card in a file. */
async function openCardSource(options: CardSourceOptions): Promise<Attempt<CardSource>> {
  if (options.card !== undefined) return openCardFile(options.card);
  const readers = await openReaders(options.data);
  if (readers.status === 'failed') return readers;
  const chosen = await chooseReader(readers.value, options.reader);
  const connection = chosen.status === 'failed' ? chosen : await readers.value.connect(chosen.value);
  if (connection.status === 'failed') {
    await readers.value[Symbol.asyncDispose]();
    return connection;
  }
  return done({
    connection: connection.value,
    printed: null,
    number: null,
    async [Symbol.asyncDispose]() {
      await connection.value[Symbol.asyncDispose]();
      await readers.value[Symbol.asyncDispose]();
    },
  });
}

async function chooseReader(readers: CardReaders, wanted: string | undefined): Promise<Attempt<string>> {
  const list = await readers.list();
  if (list.status === 'failed') return list;
  const matching = list.value.filter(
    ({ readerName }) => wanted === undefined || readerName.startsWith(wanted),
  );
  if (matching.length === 0) return failed(reason('reader-missing', wanted));
  const [withCard, another] = matching.filter(({ card }) => card === 'present');
  // Which card is meant cannot be guessed: a wrong guess would spend a try of somebody else's.
  if (withCard !== undefined && another !== undefined)
    return failed(reason('card-several', `${withCard.readerName}, ${another.readerName}`));
  if (withCard !== undefined) return done(withCard.readerName);
  const mute = matching.some(({ card }) => card === 'mute');
  return failed(
    reason(mute ? 'card-mute' : 'card-absent', matching.map(({ readerName }) => readerName).join(', ')),
  );
}

async function openCardFile(file: string): Promise<Attempt<CardSource>> {
  const read = await readCardFile(file);
  if (read.status === 'failed') return read;
  const card = read.value;
  const name = 'card file';
  const readers = createInProcessReaders([name]);
  const powered = powerUp(card);
  const before = JSON.stringify(powered.record());
  const inserted = readers.insert(name, powered.chip);
  if (inserted.status === 'failed') return inserted;
  const connection = await readers.connect(name);
  if (connection.status === 'failed') return connection;
  return done({
    connection: connection.value,
    printed: card.kind === 'my-number-card' ? card.record.printed : null,
    number: card.kind === 'residence-card' ? card.record.printed.number : null,
    async [Symbol.asyncDispose]() {
      // A try that was spent stays spent, and a new PIN holds, as on a card.
      const now = JSON.stringify(powered.record());
      if (now !== before) await writeFile(file, `${now}\n`, { mode: 0o600 });
      await connection.value[Symbol.asyncDispose]();
      await readers[Symbol.asyncDispose]();
    },
  });
}
