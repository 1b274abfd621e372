import type { Attempt } from '@honnin/outcome';
import type { MyNumberCard } from '../my-number-card/my-number-card.ts';
import type { SpendOptions } from '../my-number-card/spend-options.ts';
import type { ResidenceCard } from '../residence-card/residence-card.ts';
import type { UnverifiedMyNumberDocument, UnverifiedResidenceDocument } from './unverified-document.ts';

/** A document's answer to what is printed on it; `triesLeft` is null where it keeps no counter. */
export type PrintedCheck =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'wrong'; readonly triesLeft: number | null }
  | { readonly kind: 'locked' };

/** What every document can do: it opens by what is printed on it, and tells photo, attributes and proof. */
interface DocumentDoor<Reading> {
  /** Presents what is printed: matching number B (14 digits), or the card number (12 characters). */
  open(printed: Uint8Array, options?: SpendOptions): Promise<Attempt<PrintedCheck>>;
  /** Reads it once it is open; a document with a key of its own answers `challenge` (32 fresh bytes). */
  read(challenge: Uint8Array): Promise<Attempt<Reading>>;
}

/** A My Number card as a document. */
export interface MyNumberDocument extends DocumentDoor<UnverifiedMyNumberDocument> {
  readonly kind: 'my-number-card';
  readonly card: MyNumberCard;
}

/** A residence card as a document. */
export interface ResidenceDocument extends DocumentDoor<UnverifiedResidenceDocument> {
  readonly kind: 'residence-card';
  readonly card: ResidenceCard;
}

/** A document in an exclusive session, by its kind. What only one kind can do is on its `card`. */
export type Document = MyNumberDocument | ResidenceDocument;
