import { type Attempt, done, type Reason } from '@honnin/outcome';
import type { CardConnection } from '../apdu/card-connection.ts';
import { openMyNumberCard } from '../my-number-card/open-my-number-card.ts';
import { openResidenceCard, type ResidenceCardOptions } from '../residence-card/open-residence-card.ts';
import type { Document } from './document.ts';
import { lookAtOtherCard, storageCard } from './look-at-other-card.ts';
import { myNumberDocument } from './my-number-document.ts';
import { residenceDocument } from './residence-document.ts';

/** A card that identifies nobody here; `looksLike` is a code of the card room's table, for the way on. */
export interface OtherCard {
  readonly kind: 'other';
  readonly looksLike: Reason;
}

/**
 * Tells what lies on the reader. A specified residence card (特定在留カード) and a My Number card with a driving
 * licence are My Number cards. Asking spends nothing and needs no secret. Fails as `CardConnection.transmit`
 * does, with `card-data-malformed`, and with `document-generation-unknown` for a residence card that is newer
 * than this program. The connection stays the caller's.
 */
export async function openDocument(
  connection: CardConnection,
  options: ResidenceCardOptions = {},
): Promise<Attempt<Document | OtherCard>> {
  const storage = storageCard(connection.atr);
  if (storage !== null) return done({ kind: 'other', looksLike: storage });
  const myNumber = await openMyNumberCard(connection);
  if (myNumber.status === 'done') return done(myNumberDocument(myNumber.value));
  if (myNumber.reason.code !== 'card-not-my-number') return myNumber;
  const residence = await openResidenceCard(connection, options);
  if (residence.status === 'done') return done(residenceDocument(residence.value));
  if (residence.reason.code !== 'document-not-supported') return residence;
  const looksLike = await lookAtOtherCard(connection);
  return looksLike.status === 'failed' ? looksLike : done({ kind: 'other', looksLike: looksLike.value });
}
