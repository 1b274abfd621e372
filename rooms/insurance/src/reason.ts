import { type Static, Type } from 'typebox';

/** Why an answer is what it is: the shape of `Reason` of the outcome room, as it travels in JSON. */
export const Reason = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 80 }),
  detail: Type.Optional(Type.String({ maxLength: 2000 })),
});
export type Reason = Static<typeof Reason>;
