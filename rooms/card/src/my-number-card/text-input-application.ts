import { type Attempt, done } from '@honnin/outcome';
import type { Tlv } from '../apdu/ber-tlv.ts';
import type { CardChannel } from '../apdu/card-channel.ts';
import { readObjectMap } from '../apdu/object-map.ts';
import { fail } from '../fail.ts';
import { cardDate } from './card-date.ts';
import { readIssuerCertificate } from './issuer-certificate.ts';
import { AID, TEXT_INPUT_FILE } from './my-number-files.ts';
import type { SecretPlace } from './present-secret.ts';
import { readSexCode } from './sex-code.ts';
import type { UnverifiedTextAttributes } from './text-attributes.ts';

const NAME = 'text input';

export const textInputPin: SecretPlace = {
  aid: AID.textInput,
  application: NAME,
  file: TEXT_INPUT_FILE.pin,
  kind: 'pin',
};

export const textInputMatchingNumberB: SecretPlace = {
  ...textInputPin,
  file: TEXT_INPUT_FILE.matchingNumberB,
  kind: 'matching-number',
};

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
  const digest = proof.value.get(0xdf32);
  const signature = proof.value.get(0xdf33);
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
