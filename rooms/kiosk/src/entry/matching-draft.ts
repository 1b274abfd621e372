import type { Era, TypedBirthDate } from './birth-date.ts';

/** What a person has typed of the three parts on the card; kept so that nobody has to begin again. */
export interface MatchingDraft {
  readonly birth: TypedBirthDate;
  /** The last two digits: every card expires in this century. */
  readonly expiry: string;
  readonly code: string;
}

export function emptyMatchingDraft(era: Era): MatchingDraft {
  return { birth: { era, year: '', month: '', day: '' }, expiry: '', code: '' };
}
