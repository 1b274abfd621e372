import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CardConnection, type CardReaders, openPcscReaders } from '@honnin/card';
import {
  type CardRecord,
  createInProcessReaders,
  createVirtualCard,
  parseCardRecord,
} from '@honnin/card-simulator';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** A connection to the card that a command works on, and what is known of it beforehand. */
export interface CardSource extends AsyncDisposable {
  readonly connection: CardConnection;
  /** Of a card file only: what is printed on its front. */
  readonly printed: CardRecord['printed'] | null;
}

export interface CardSourceOptions {
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

/** Connects to the card in a reader, or to the simulated card in a file. */
export async function openCardSource(options: CardSourceOptions): Promise<Attempt<CardSource>> {
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
  const [withCard] = matching.filter(({ card }) => card === 'present');
  if (withCard !== undefined) return done(withCard.readerName);
  const mute = matching.some(({ card }) => card === 'mute');
  return failed(
    reason(mute ? 'card-mute' : 'card-absent', matching.map(({ readerName }) => readerName).join(', ')),
  );
}

async function openCardFile(file: string): Promise<Attempt<CardSource>> {
  const record = await readCardFile(file);
  if (record.status === 'failed') return record;
  const name = 'card file';
  const readers = createInProcessReaders([name]);
  const inserted = readers.insert(name, createVirtualCard(record.value));
  if (inserted.status === 'failed') return inserted;
  const connection = await readers.connect(name);
  if (connection.status === 'failed') return connection;
  return done({
    connection: connection.value,
    printed: record.value.printed,
    async [Symbol.asyncDispose]() {
      await connection.value[Symbol.asyncDispose]();
      await readers[Symbol.asyncDispose]();
    },
  });
}

/** A simulated card out of its file; fails with `file-unreadable` or `card-record-malformed`. */
export async function readCardFile(file: string): Promise<Attempt<CardRecord>> {
  try {
    return parseCardRecord(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return failed(reason('card-record-malformed', `${file} is not JSON`));
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
}
