import { type Static, Type } from 'typebox';
import { Instant } from './calendar.ts';
import { ConsentGroup } from './code-lists.ts';

/** What the patient answered for one group, and when. */
export const ConsentChoice = Type.Object(
  { group: ConsentGroup, given: Type.Boolean(), at: Instant },
  { additionalProperties: false },
);
export type ConsentChoice = Static<typeof ConsentChoice>;

/** A choice as the service recorded it; the information can be fetched until `availableUntil`. */
export const ConsentGrant = Type.Object(
  { group: ConsentGroup, given: Type.Boolean(), at: Instant, availableUntil: Type.Optional(Instant) },
  { additionalProperties: false },
);
export type ConsentGrant = Static<typeof ConsentGrant>;
