import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { readObjectMap } from '../apdu/object-map.ts';
import { fail } from '../fail.ts';

/** What an application says of itself, readable without a secret; the meaning of much of it is not public. */
export interface ApplicationInfo {
  /** DF31 or DF41, 4 bytes in hexadecimal: 06030E01 and 01030E01 have been seen. */
  readonly basics: string;
  /** Identifier of the issuer's key, 16 bytes in hexadecimal. */
  readonly keyId: string;
  /** Five digits; the card-face application alone tells it. */
  readonly municipalityCode: string | null;
}

/** Reads it out of a file of the selected application: FF30 with DF31 …, or FF40 with DF41 …. */
export async function readApplicationInfo(
  channel: CardChannel,
  file: number,
  outer: 0xff30 | 0xff40,
): Promise<Attempt<ApplicationInfo>> {
  const object = await channel.readObject(file, outer);
  if (object.status === 'failed') return object;
  if (object.value === null) return fail('card-data-malformed', 'application info is empty');
  const objects = readObjectMap(object.value);
  if (objects.status === 'failed') return objects;
  const first = outer === 0xff30 ? 0xdf31 : 0xdf41;
  const value = (tag: number) => objects.value.get(tag)?.value;
  const basics = value(first);
  const keyId = value(first + 1);
  if (basics?.length !== 4 || keyId?.length !== 16) return fail('card-data-malformed', 'application info');
  const code = Buffer.from(value(0xdf34) ?? []).toString('latin1');
  return done({
    basics: Buffer.from(basics).toString('hex').toUpperCase(),
    keyId: Buffer.from(keyId).toString('hex').toUpperCase(),
    municipalityCode: /^\d{5}$/.test(code) ? code : null,
  });
}
