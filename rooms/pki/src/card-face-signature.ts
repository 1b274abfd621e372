import type { KeyObject } from 'node:crypto';
import type { Outcome } from '@honnin/outcome';

/** Signed parts of a card-face record as raw objects: DF22–DF24, DF25–DF26, DF27. */
export type CardFaceParts = readonly [Uint8Array, Uint8Array, Uint8Array];

export function verifyCardFaceSignature(options: {
  readonly issuerKey: KeyObject;
  readonly parts: CardFaceParts;
  readonly signature: Uint8Array;
}): Outcome<CardFaceParts> {
  throw new Error(`not built yet (${options.parts.length})`);
}
