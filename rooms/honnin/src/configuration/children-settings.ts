import { type Static, Type } from 'typebox';

/** What happens before the camera with the cards of young holders. */
export const ChildrenSettings = Type.Object(
  {
    underAge: Type.Integer({
      minimum: 0,
      maximum: 120,
      default: 16,
      description:
        'Holders younger than this on the day, by the birth date in the card’s signed record. Error rates for children are not measured.',
    }),
    path: Type.Union([Type.Literal('staff'), Type.Literal('stricter'), Type.Literal('as-others')], {
      default: 'staff',
      description:
        'For them: `staff` (a member of staff looks instead of the camera), `stricter` (the camera decides, at the next higher threshold of the manifest’s tables), `as-others`. The PIN stays open in every case.',
    }),
  },
  { default: {}, additionalProperties: false },
);
export type ChildrenSettings = Static<typeof ChildrenSettings>;
