import { randomBytes } from 'node:crypto';
import { type CardReaders, openMyNumberCard } from '@honnin/card';
import { value } from '../bench-world.ts';
import type { AirCount } from './counted-card.ts';

/** Commands of one reading, by what they were for. */
export interface FacePathCount {
  readonly all: number;
  /** Opening and reading the card-face record: SELECT to the last byte of the photo. */
  readonly record: number;
}

/** Everything that the face path reads off a card, from connecting to its own key's answer. */
export async function readFacePath(
  readers: CardReaders,
  readerName: string,
  matchingNumber: Uint8Array,
  count: AirCount,
): Promise<FacePathCount> {
  const start = count.commands;
  await using connection = value(await readers.connect(readerName));
  const card = value(await openMyNumberCard(connection));
  value(await card.readAuthenticationCertificate());
  const before = count.commands;
  value(await card.openCardFace(matchingNumber));
  using _face = value(await card.readCardFace());
  const record = count.commands - before;
  value(await card.readCardFaceIssuer());
  value(await card.proveCardFaceKey(new Uint8Array(randomBytes(32))));
  return { all: count.commands - start, record };
}
