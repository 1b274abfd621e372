import { AID, CARD_FACE_FILE, readTlvs, writeTlv } from '@honnin/card';
import { fileId } from '../files/application-parts.ts';
import type { CardRecord } from '../issuing/card-record.ts';
import { contentOf, withContent } from './transplant-files.ts';

const cardFace = {
  application: Buffer.from(AID.cardFace).toString('hex').toUpperCase(),
  file: fileId(CARD_FACE_FILE.cardFace),
};
const outerTag = 0xff20;
const photoTag = 0xdf27;

/**
 * A card-face record with the photo of another card in it (the borrower's face on the owner's card); the
 * signature is the old one.
 */
export function transplantPhoto(record: CardRecord, from: CardRecord): CardRecord {
  const photo = objectsOf(from).find(({ tag }) => tag === photoTag);
  if (photo === undefined) throw new RangeError('the other card’s record has no photo object');
  const objects = objectsOf(record).map((object) => (object.tag === photoTag ? photo : object));
  const bytes = writeTlv(outerTag, Buffer.concat(objects.map(({ raw }) => raw)));
  return withContent(record, cardFace, Buffer.from(bytes).toString('base64'));
}

function objectsOf(record: CardRecord) {
  const bytes = Uint8Array.from(Buffer.from(contentOf(record, cardFace), 'base64'));
  const outer = readTlvs(bytes);
  if (outer.status === 'failed') throw new RangeError('the card-face record is no object');
  const inner = readTlvs(outer.value[0]?.value ?? new Uint8Array(0));
  if (inner.status === 'failed') throw new RangeError('the card-face record holds no objects');
  return inner.value;
}
