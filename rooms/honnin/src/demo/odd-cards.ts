import { AID, CARD_FACE_FILE, JPKI_FILE } from '@honnin/card';
import {
  type CardRecord,
  createFaultyCard,
  createOtherCard,
  createVirtualCard,
  namedFaultPlans,
  type VirtualCard,
  withTriesLeft,
} from '@honnin/card-simulator';

/** What else people lay on a reader. */
export const oddCards = [
  'transit-card',
  'driving-licence',
  'credit-card',
  'two-cards',
  'card-in-a-case',
  'damaged-chip',
  'locked-pin',
  'blocked-matching-number',
] as const;
export type OddCard = (typeof oddCards)[number];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
const fileId = (file: number) => file.toString(16).toUpperCase().padStart(4, '0');
const pin = { application: hex(AID.jpki), file: fileId(JPKI_FILE.authenticationPin) };
const matchingNumber = { application: hex(AID.cardFace), file: fileId(CARD_FACE_FILE.matchingNumberB) };

/** Makes an odd card; those that are My Number cards are made out of `record`. */
export function createOddCard(kind: OddCard, record: CardRecord): VirtualCard {
  switch (kind) {
    case 'transit-card':
    case 'driving-licence':
    case 'credit-card':
      return createOtherCard(kind);
    case 'two-cards':
      return createFaultyCard(record, namedFaultPlans['two-cards']);
    case 'card-in-a-case':
      return createFaultyCard(record, namedFaultPlans['weak-field']);
    case 'damaged-chip':
      return createFaultyCard(record, namedFaultPlans['damaged-chip']);
    case 'locked-pin':
      return createVirtualCard(withTriesLeft(record, pin, 0));
    case 'blocked-matching-number':
      return createVirtualCard(withTriesLeft(record, matchingNumber, 0));
  }
}
