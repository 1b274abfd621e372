import type { Answer } from '../connection/staff-client.ts';

/** What staff can do about a visit. */
export interface DeskActions {
  readonly decide: (visitId: string, decision: 'confirmed' | 'declined') => Promise<Answer<null>>;
  readonly markSeen: (visitId: string) => Promise<Answer<null>>;
}
