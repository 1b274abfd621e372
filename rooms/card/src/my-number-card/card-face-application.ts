import { createHash } from 'node:crypto';
import type { Attempt } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { fail } from '../fail.ts';
import { computeSignature } from './compute-signature.ts';
import { sha256DigestInfo } from './digest-info.ts';
import { readIssuerCertificate } from './issuer-certificate.ts';
import { AID, CARD_FACE_FILE } from './my-number-files.ts';
import { parseCardFace } from './parse-card-face.ts';
import type { SecretPlace } from './present-secret.ts';
import type { UnverifiedCardFace } from './unverified-card-face.ts';

const NAME = 'card face';

export const cardFaceMatchingNumberB: SecretPlace = {
  aid: AID.cardFace,
  application: NAME,
  file: CARD_FACE_FILE.matchingNumberB,
  kind: 'matching-number',
};

export const cardFaceMatchingNumberA: SecretPlace = {
  ...cardFaceMatchingNumberB,
  file: CARD_FACE_FILE.matchingNumberA,
};

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
