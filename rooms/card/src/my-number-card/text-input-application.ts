import { createHash } from 'node:crypto';
import { type Attempt, done } from '@honnin/outcome';
import type { Tlv } from '../apdu/ber-tlv.ts';
import { type CardChannel, failureOf } from '../apdu/card-channel.ts';
import { readObjectMap } from '../apdu/object-map.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';
import { type ApplicationInfo, readApplicationInfo } from './application-info.ts';
import { cardDate } from './card-date.ts';
import { computeSignature } from './compute-signature.ts';
import { sha256DigestInfo } from './digest-info.ts';
import { readIssuerCertificate } from './issuer-certificate.ts';
import { AID, TEXT_INPUT_FILE } from './my-number-files.ts';
import { readPublicKey } from './read-public-key.ts';
import { offerSessionKey } from './secure-messaging.ts';
import { readSexCode } from './sex-code.ts';
import type { UnverifiedTextAttributes, UnverifiedTextInputKey } from './text-attributes.ts';

const NAME = 'text input';

/** Reads EF 0002 and EF 0003 of the selected application, whose secret was presented. */
export async function readTextAttributes(channel: CardChannel): Promise<Attempt<UnverifiedTextAttributes>> {
  const attributes = await readMap(channel, TEXT_INPUT_FILE.attributes, 0xff20);
  if (attributes.status === 'failed') return attributes;
  const proof = await readMap(channel, TEXT_INPUT_FILE.attributesSignature, 0xff30);
  if (proof.status === 'failed') return proof;
  const part = (tag: number) => attributes.value.get(tag);
  const name = readText(part(0xdf22));
  const address = readText(part(0xdf23));
  const birthDate = cardDate(readText(part(0xdf24)) ?? '');
  const sex = readSexCode(readText(part(0xdf25)) ?? '');
  if (name === undefined) return malformed('name');
  if (address === undefined) return malformed('address');
  if (birthDate === undefined) return malformed('birth date');
  if (sex === undefined) return malformed('sex');
  const myNumberDigest = proof.value.get(0xdf31);
  const digest = proof.value.get(0xdf32);
  const signature = proof.value.get(0xdf33);
  if (myNumberDigest?.value.length !== 32) return malformed('digest of My Number');
  if (digest?.value.length !== 32) return malformed('digest');
  if (signature?.value.length !== 256) return malformed('signature');
  const raw = (map: ReadonlyMap<number, Tlv>, tags: readonly number[]) =>
    Buffer.concat(tags.map((tag) => map.get(tag)?.raw ?? new Uint8Array(0)));
  return done({
    name,
    address,
    birthDate,
    sex,
    attributeObjects: raw(attributes.value, [0xdf22, 0xdf23, 0xdf24, 0xdf25]),
    attributesDigest: digest.value,
    myNumberDigest: myNumberDigest.value,
    signedObjects: raw(proof.value, [0xdf31, 0xdf32]),
    signature: signature.value,
  });
}

/** Reads EF 0004, the card-verifiable certificate of the issuer's key. */
export async function readTextInputIssuer(channel: CardChannel): Promise<Attempt<Uint8Array>> {
  const selected = await channel.selectApplication(AID.textInput, NAME);
  if (selected.status === 'failed') return selected;
  return readIssuerCertificate(channel, TEXT_INPUT_FILE.issuerCertificate);
}

/** Reads EF 0005, what the application says of itself. */
export async function readTextInputInfo(channel: CardChannel): Promise<Attempt<ApplicationInfo>> {
  const selected = await channel.selectApplication(AID.textInput, NAME);
  if (selected.status === 'failed') return selected;
  return readApplicationInfo(channel, TEXT_INPUT_FILE.applicationInfo, 0xff40);
}

/** Reads EF 0007 of the selected application, whose secret was presented: the public half of its own key. */
export async function readTextInputKey(channel: CardChannel): Promise<Attempt<UnverifiedTextInputKey>> {
  const selected = await channel.selectApplication(AID.textInput, NAME);
  if (selected.status === 'failed') return selected;
  const objects = await readMap(channel, TEXT_INPUT_FILE.ownKey, 0xff50);
  if (objects.status === 'failed') return objects;
  const key = objects.value.get(0xdf51);
  const signature = objects.value.get(0xdf52)?.value;
  const publicKey = key === undefined ? undefined : readPublicKey(key.raw);
  if (key === undefined || publicKey === undefined || signature?.length !== 256) return malformed('own key');
  return done({ publicKey, signedObjects: key.raw, signature });
}

/** Lets the application's own key sign SHA-256(challenge): P2 00 needs no secret. */
export async function proveTextInputKey(
  channel: CardChannel,
  challenge: Uint8Array,
): Promise<Attempt<Uint8Array>> {
  const digest = createHash('sha256').update(challenge).digest();
  const selected = await channel.selectApplication(AID.textInput, NAME);
  if (selected.status === 'failed') return selected;
  const key = { p1: 0x00, p2: 0x00, name: 'text-input key' };
  return computeSignature(channel, key, sha256DigestInfo(digest));
}

/**
 * Sets a session key in the selected application, whose secret was presented: from here on until the next
 * application is selected, what is read goes encrypted.
 */
export async function startSecureMessaging(
  channel: CardChannel,
  random: (length: number) => Uint8Array,
): Promise<Attempt<null>> {
  const object = await channel.readObject(TEXT_INPUT_FILE.sessionKeyDelivery, 0xa1);
  if (object.status === 'failed') return object;
  const deliveryKey = object.value === null ? undefined : readPublicKey(object.value);
  if (deliveryKey === undefined) return malformed('session-key delivery key');
  const offer = offerSessionKey(deliveryKey, random);
  const answer = await channel.send({ cla: 0x80, ins: 0xae, p1: 0, p2: 0, data: offer.data });
  if (answer.status === 'failed' || answer.value.statusWord !== STATUS_WORD.ok) {
    offer[Symbol.dispose]();
    return answer.status === 'failed' ? answer : failureOf(answer.value.statusWord, 'SET SESSION KEY');
  }
  channel.protectBy(offer.protection);
  return done(null);
}

async function readMap(
  channel: CardChannel,
  file: number,
  tag: number,
): Promise<Attempt<ReadonlyMap<number, Tlv>>> {
  const object = await channel.readObject(file, tag);
  if (object.status === 'failed') return object;
  return object.value === null ? malformed('empty file') : readObjectMap(object.value);
}

function readText(object: Tlv | undefined): string | undefined {
  if (object === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(object.value);
  } catch {
    return undefined;
  }
}

function malformed(what: string) {
  return fail('card-data-malformed', `text attributes: ${what}`);
}
