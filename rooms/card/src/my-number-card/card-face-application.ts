import { createHash } from 'node:crypto';
import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { fail } from '../fail.ts';
import { type ApplicationInfo, readApplicationInfo } from './application-info.ts';
import { cardDate } from './card-date.ts';
import { computeSignature } from './compute-signature.ts';
import { sha256DigestInfo } from './digest-info.ts';
import { readIssuerCertificate } from './issuer-certificate.ts';
import { AID, CARD_FACE_FILE } from './my-number-files.ts';
import { parseCardFace } from './parse-card-face.ts';
import { readSignedRecord } from './read-signed-record.ts';
import type { UnverifiedCardFace } from './unverified-card-face.ts';
import type { UnverifiedAgeRecord, UnverifiedMyNumberImage } from './unverified-signed-record.ts';

const NAME = 'card face';

function select(channel: CardChannel): Promise<Attempt<null>> {
  return channel.selectApplication(AID.cardFace, NAME);
}

/** Reads and parses EF 0002. */
export async function readCardFace(channel: CardChannel): Promise<Attempt<UnverifiedCardFace>> {
  const selected = await select(channel);
  if (selected.status === 'failed') return selected;
  const record = await channel.readObject(CARD_FACE_FILE.cardFace, 0xff20);
  if (record.status === 'failed') return record;
  return record.value === null
    ? fail('card-data-malformed', 'card face is empty')
    : parseCardFace(record.value);
}

/** Reads EF 0004, the card-verifiable certificate of the issuer's key. */
export async function readCardFaceIssuer(channel: CardChannel): Promise<Attempt<Uint8Array>> {
  const selected = await select(channel);
  if (selected.status === 'failed') return selected;
  return readIssuerCertificate(channel, CARD_FACE_FILE.issuerCertificate);
}

/** Reads EF 0003, what the application says of itself. */
export async function readCardFaceInfo(channel: CardChannel): Promise<Attempt<ApplicationInfo>> {
  const selected = await select(channel);
  if (selected.status === 'failed') return selected;
  return readApplicationInfo(channel, CARD_FACE_FILE.applicationInfo, 0xff30);
}

/** Reads EF 0001 of the selected application, whose birth-date key was presented. */
export async function readAgeRecord(channel: CardChannel): Promise<Attempt<UnverifiedAgeRecord>> {
  const record = await readSignedRecord(channel, {
    name: 'age record',
    file: CARD_FACE_FILE.ageRecord,
    outer: 0xff10,
    value: 0xdf11,
    publicKey: 0xdf12,
    signature: 0xdf13,
  });
  if (record.status === 'failed') return record;
  const { value, publicKey, signedObjects, signature } = record.value;
  const birthDate = cardDate(Buffer.from(value).toString('latin1'));
  if (birthDate === undefined) return fail('card-data-malformed', 'age record: birth date');
  return done({ birthDate, publicKey, signedObjects, signature });
}

/** Reads EF 0005 of the selected application, to which matching number A was presented. */
export async function readMyNumberImage(channel: CardChannel): Promise<Attempt<UnverifiedMyNumberImage>> {
  const record = await readSignedRecord(channel, {
    name: 'My Number image',
    file: CARD_FACE_FILE.myNumberImage,
    outer: 0xff40,
    value: 0xdf41,
    publicKey: 0xdf42,
    signature: 0xdf43,
  });
  if (record.status === 'failed') return record;
  const { value, publicKey, signedObjects, signature, wipe } = record.value;
  return done({ image: value, publicKey, signedObjects, signature, [Symbol.dispose]: wipe });
}

/** Lets the application's own key sign SHA-256(challenge): P2 00 needs no secret. */
export async function proveCardFaceKey(
  channel: CardChannel,
  challenge: Uint8Array,
): Promise<Attempt<Uint8Array>> {
  const digest = createHash('sha256').update(challenge).digest();
  const selected = await select(channel);
  if (selected.status === 'failed') return selected;
  return computeSignature(channel, { p1: 0x00, p2: 0x00, name: 'card-face key' }, sha256DigestInfo(digest));
}
