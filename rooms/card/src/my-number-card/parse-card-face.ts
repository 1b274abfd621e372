import { type Attempt, done } from '@honnin/outcome';
import type { Tlv } from '../apdu/ber-tlv.ts';
import { readObjectMap } from '../apdu/object-map.ts';
import { fail } from '../fail.ts';
import { cardDate } from './card-date.ts';
import { readPublicKey } from './read-public-key.ts';
import { readSexCode } from './sex-code.ts';
import type { UnverifiedCardFace } from './unverified-card-face.ts';

const EMPTY = new Uint8Array(0);

/**
 * Parses the card-face record (object FF20), by tag and not by its offset table. The value takes over
 * `record` and wipes it when disposed. Fails with `card-data-malformed`.
 */
export function parseCardFace(record: Uint8Array): Attempt<UnverifiedCardFace> {
  const objects = readObjectMap(record);
  if (objects.status === 'failed') return objects;
  const object = (tag: number): Tlv | undefined => objects.value.get(tag);
  const bytes = (tag: number): Uint8Array => object(tag)?.value ?? EMPTY;
  const raw = (tag: number): Uint8Array => object(tag)?.raw ?? EMPTY;
  const text = (tag: number): string => new TextDecoder('latin1').decode(bytes(tag));

  for (const tag of [0xdf22, 0xdf23, 0xdf24, 0xdf25, 0xdf26, 0xdf28, 0xdf29]) {
    if (object(tag) === undefined) return malformed(`${tag.toString(16)} is missing`);
  }
  const birthDate = cardDate(text(0xdf22));
  const expiryDate = cardDate(text(0xdf29));
  const sex = readSexCode(text(0xdf23));
  const publicKey = readPublicKey(raw(0xdf24));
  if (birthDate === undefined) return malformed('birth date');
  if (expiryDate === undefined) return malformed('expiry date');
  if (sex === undefined) return malformed('sex');
  if (publicKey === undefined) return malformed('public key');
  if (bytes(0xdf28).length !== 256) return malformed('signature');

  const signedParts = [
    Buffer.concat([raw(0xdf22), raw(0xdf23), raw(0xdf24)]),
    Buffer.concat([raw(0xdf25), raw(0xdf26)]),
    raw(0xdf27).slice(),
  ] as const;
  const photo = bytes(0xdf27).length === 0 ? null : bytes(0xdf27);
  return done({
    birthDate,
    sex,
    publicKey,
    nameImage: bytes(0xdf25),
    addressImage: bytes(0xdf26),
    photo,
    signature: bytes(0xdf28).slice(),
    expiryDate,
    securityCodeImage: bytes(0xdf2a),
    signedParts,
    [Symbol.dispose]() {
      record.fill(0);
      for (const part of signedParts) part.fill(0);
    },
  });
}

function malformed(what: string) {
  return fail('card-data-malformed', `card face: ${what}`);
}
