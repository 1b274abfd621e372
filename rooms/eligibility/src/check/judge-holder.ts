import type { VerifiedIdentification } from '@honnin/identification';
import { type Reason, reason } from '@honnin/outcome';
import type { KnownPerson } from '../store/find-person.ts';

/**
 * Whether the card-face record that the face was compared with can be that of the certificate's holder; empty when
 * it can. With the card's own key nothing on the card ties the two together, so that a go-between could join
 * somebody's certificate and his own record: the register knows the holder's birth date.
 */
export function judgeHolder(identification: VerifiedIdentification, known: KnownPerson | null): Reason[] {
  const { recordBirthDate } = identification;
  if (recordBirthDate === undefined || known === null) return [];
  return recordBirthDate === known.person.birthDate ? [] : [reason('card-face-of-another')];
}
