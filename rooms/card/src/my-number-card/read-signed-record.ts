import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { readObjectMap } from '../apdu/object-map.ts';
import { fail } from '../fail.ts';
import { readPublicKey } from './read-public-key.ts';
import type { UnverifiedSignedRecord } from './unverified-signed-record.ts';

/** Tags of a record whose last object signs the two before it. */
export interface SignedRecordTags {
  readonly name: string;
  readonly file: number;
  readonly outer: number;
  readonly value: number;
  readonly publicKey: number;
  readonly signature: number;
}

export interface SignedRecordWithValue extends UnverifiedSignedRecord {
  /** A view on the record's bytes. */
  readonly value: Uint8Array;
  wipe(): void;
}

/** Reads such a record out of the selected application. */
export async function readSignedRecord(
  channel: CardChannel,
  tags: SignedRecordTags,
): Promise<Attempt<SignedRecordWithValue>> {
  const malformed = (what: string) => fail('card-data-malformed', `${tags.name}: ${what}`);
  const record = await channel.readObject(tags.file, tags.outer);
  if (record.status === 'failed') return record;
  const bytes = record.value;
  if (bytes === null) return malformed('empty file');
  const objects = readObjectMap(bytes);
  if (objects.status === 'failed') return objects;
  const value = objects.value.get(tags.value);
  const key = objects.value.get(tags.publicKey);
  const signature = objects.value.get(tags.signature);
  if (value === undefined || key === undefined) return malformed('an object is missing');
  if (signature?.value.length !== 256) return malformed('signature');
  const publicKey = readPublicKey(key.raw);
  if (publicKey === undefined) return malformed('public key');
  const signedObjects = Buffer.concat([value.raw, key.raw]);
  return done({
    value: value.value,
    publicKey,
    signedObjects,
    signature: signature.value.slice(),
    wipe() {
      bytes.fill(0);
      signedObjects.fill(0);
    },
  });
}
