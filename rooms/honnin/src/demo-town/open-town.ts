import { createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadPeople, type Person } from '@honnin/personas';
import { restoreTestAuthority, type TestAuthority } from '@honnin/pki';
import { Compile } from 'typebox/compile';
import { foundTown } from './found-town.ts';
import { TownRecord } from './town-record.ts';

/** A demo town, ready to be lived in. */
export interface Town {
  readonly record: TownRecord;
  readonly people: readonly Person[];
  readonly authority: TestAuthority;
  readonly terminalKey: KeyObject;
  /** X.509 DER, leaf first. */
  readonly terminalChain: readonly Uint8Array[];
  /** Keeps the cards' counters. Only personas' cards are written, never one with a visitor's face. */
  save(): Promise<void>;
}

/** Certificates and their situations (expired a month ago, in grace) are true for this long. */
const freshForMs = 30 * 24 * 60 * 60 * 1000;

const checkRecord = Compile(TownRecord);

/** Opens the town in `directory`, or founds it when there is none, or when it has grown old. */
export async function openTown(options: {
  readonly directory: string;
  /** The terminal that the town has; whichever it has when left out. */
  readonly terminalId?: string;
  readonly now: Date;
  readonly progress: (made: number, of: number) => void;
}): Promise<Town> {
  const { directory, terminalId, now, progress } = options;
  const file = path.join(directory, 'town.json');
  const people = await loadPeople();
  const kept = await readTown(file);
  const usable =
    kept !== null &&
    (terminalId === undefined || kept.terminal.id === terminalId) &&
    now.getTime() - Date.parse(kept.founded) < freshForMs &&
    now.getTime() >= Date.parse(kept.founded) &&
    people.every((person) => kept.cards[person.id] !== undefined);
  const record = usable
    ? kept
    : await foundTown({ people, terminalId: terminalId ?? 'demo-terminal-1', now, progress });
  const authority = await restoreTestAuthority(record.authority);
  if (authority.status === 'failed') {
    throw new Error(
      `${file} holds no usable authority (${authority.reason.code}); delete it and start again`,
    );
  }
  const town: Town = {
    record,
    people,
    authority: authority.value,
    terminalKey: createPrivateKey(record.terminal.privateKey),
    terminalChain: record.terminal.chain.map(
      (certificate) => new Uint8Array(Buffer.from(certificate, 'base64')),
    ),
    async save() {
      await mkdir(directory, { recursive: true });
      const cards = Object.fromEntries(
        people.flatMap(({ id }) => {
          const card = record.cards[id];
          return card === undefined ? [] : [[id, card]];
        }),
      );
      await writeFile(`${file}.part`, JSON.stringify({ ...record, cards }), { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
  };
  if (!usable) await town.save();
  return town;
}

/** The town as it was kept in `file`; null when there is none, or when it is of another version or damaged. */
export async function readTown(file: string): Promise<TownRecord | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return checkRecord.Check(kept) ? kept : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
