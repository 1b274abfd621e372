import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { AccessRule, ApplicationRecord, CardRecord } from '../issuing/card-record.ts';

/** A file to READ BINARY from. */
interface TransparentFile {
  readonly kind: 'transparent';
  readonly read: AccessRule;
  readonly content: Uint8Array;
}

/** A file to READ RECORD from. */
interface RecordFile {
  readonly kind: 'records';
  readonly read: AccessRule;
  readonly records: readonly Uint8Array[];
}

/** A key EF to VERIFY against; its counter lives as long as the card. */
export interface SecretFile {
  readonly kind: 'secret';
  readonly change: 'reference-data' | 'key' | 'never';
  readonly triesAllowed: number;
  value: Uint8Array | null;
  triesLeft: number;
}

/** A key EF to sign with. */
export interface KeyFile {
  readonly kind: 'key';
  readonly sign: AccessRule;
  readonly internalAuthenticate: AccessRule;
  readonly isDefault: boolean;
  readonly privateKey: KeyObject;
}

export type CardFile = TransparentFile | RecordFile | SecretFile | KeyFile;

/** An application (DF) with its files by file identifier. */
export interface CardApplication {
  readonly name: string;
  readonly aid: Uint8Array;
  readonly files: ReadonlyMap<number, CardFile>;
  readonly dataObjects: ReadonlyMap<number, Uint8Array>;
  /** Opens what SET SESSION KEY brings; null in an application without secure messaging. */
  readonly sessionKeyDelivery: KeyObject | null;
}

/** What the chip holds: the record with bytes and keys in place of base64. */
export interface CardImage {
  readonly atr: Uint8Array;
  readonly applications: readonly [CardApplication, ...CardApplication[]];
}

/** Opens a checked record; throws on a key that is none, which `parseCardRecord` has ruled out. */
export function openCardImage(record: CardRecord): CardImage {
  const [first, ...others] = record.applications.map(openApplication);
  if (first === undefined) throw new Error('a card record has at least one application');
  return { atr: fromBase64(record.atr), applications: [first, ...others] };
}

/** The record with the counters and secrets as they are now. */
export function recordOf(record: CardRecord, image: CardImage): CardRecord {
  return {
    ...record,
    applications: record.applications.map((application, index) => ({
      ...application,
      secrets: application.secrets.map((secret) => {
        const file = image.applications[index]?.files.get(Number.parseInt(secret.id, 16));
        if (file?.kind !== 'secret') return secret;
        const value = file.value === null ? null : Buffer.from(file.value).toString('base64');
        return { ...secret, value, triesLeft: file.triesLeft };
      }),
    })),
  };
}

function openApplication(record: ApplicationRecord): CardApplication {
  const files = new Map<number, CardFile>();
  const add = (id: string, file: CardFile) => files.set(Number.parseInt(id, 16), file);
  for (const { id, read, content } of record.files) {
    add(id, { kind: 'transparent', read, content: fromBase64(content) });
  }
  for (const { id, read, records } of record.recordFiles) {
    add(id, { kind: 'records', read, records: records.map(fromBase64) });
  }
  for (const { id, value, triesAllowed, triesLeft, change } of record.secrets) {
    add(id, {
      kind: 'secret',
      change,
      triesAllowed,
      triesLeft,
      value: value === null ? null : fromBase64(value),
    });
  }
  for (const { id, privateKey, sign, internalAuthenticate, isDefault } of record.keys) {
    const key = openPrivateKey(privateKey);
    add(id, { kind: 'key', sign, internalAuthenticate, isDefault: isDefault === true, privateKey: key });
  }
  const dataObjects = new Map(
    record.dataObjects.map(({ tag, content }) => [Number.parseInt(tag, 16), fromBase64(content)]),
  );
  return {
    name: record.name,
    aid: Uint8Array.from(Buffer.from(record.aid, 'hex')),
    files,
    dataObjects,
    sessionKeyDelivery:
      record.sessionKeyDelivery === undefined ? null : openPrivateKey(record.sessionKeyDelivery),
  };
}

function openPrivateKey(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'base64'));
}
