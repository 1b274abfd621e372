import type { OpenedVisit } from '@honnin/identification/visit-api';
import type { CardInSession, ResidenceInSession, VisitMemory } from '../visit-memory.ts';

/** The card session; to be without one where the visit needs it is a bug. */
export function sessionOf(memory: VisitMemory): CardInSession {
  if (memory.session === null) throw new Error('no card session');
  return memory.session;
}

/** The session of a residence card; to be without one where the visit needs it is a bug. */
export function residenceSessionOf(memory: VisitMemory): ResidenceInSession {
  if (memory.residenceSession === null) throw new Error('no residence card in session');
  return memory.residenceSession;
}

/** The visit as reception opened it. */
export function openedOf(memory: VisitMemory): OpenedVisit {
  if (memory.opened === null) throw new Error('no visit was opened');
  return memory.opened;
}
