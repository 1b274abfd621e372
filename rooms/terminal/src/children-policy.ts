import type { FacePolicy } from '@honnin/face';
import { dayInJapan } from '@honnin/insurance';

/**
 * What happens before the camera with the card of a young holder. The error rates for children were not measured:
 * no set of their dated pictures was at hand. What is published says that children are taken for one another more
 * often than adults are, and outgrow their photos; cards of those under 18 are valid for five years for that
 * reason.
 */
export interface ChildrenPolicy {
  /** Holders younger than this on the day. */
  readonly underAge: number;
  readonly path:
    | { readonly kind: 'as-others' }
    /** A member of staff looks instead of the camera. */
    | { readonly kind: 'staff' }
    /** The camera decides, at a higher threshold. */
    | ({ readonly kind: 'stricter' } & Pick<FacePolicy, 'threshold' | 'falseMatchRate'>);
}

export const childrenAsOthers: ChildrenPolicy = { underAge: 0, path: { kind: 'as-others' } };

/** The path for a holder born on that day (`YYYY-MM-DD`), who is as old as Japan's calendar says at `at`. */
export function pathFor(birthDate: string, at: Date, children: ChildrenPolicy): ChildrenPolicy['path'] {
  return ageOn(birthDate, dayInJapan(at)) < children.underAge ? children.path : childrenAsOthers.path;
}

/** Completed years of life; both days as `YYYY-MM-DD`. Somebody born on 29 February comes of age on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
