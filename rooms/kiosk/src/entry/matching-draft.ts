import type { Era, TypedBirthDate } from './birth-date.ts';

/** What a person has typed off the card, My Number card or residence card; kept so that nobody has to begin again. */
export interface MatchingDraft {
  readonly birth: TypedBirthDate;
  /** The last two digits: every card expires in this century. */
  readonly expiry: string;
  readonly code: string;
  /** Of the number of a residence card. */
  readonly residence: string;
}

export function emptyMatchingDraft(era: Era): MatchingDraft {
  return { birth: { era, year: '', month: '', day: '' }, expiry: '', code: '', residence: '' };
}
