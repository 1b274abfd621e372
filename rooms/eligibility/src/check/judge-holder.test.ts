import type { VerifiedIdentification } from '@honnin/identification';
import { describe, expect, it } from 'vitest';
import type { KnownPerson } from '../store/find-person.ts';
import { judgeHolder } from './judge-holder.ts';

// Only what is judged here; the rest of both is checked where they come from.
const identified = (recordBirthDate?: string) =>
  ({ proof: 'card-session', recordBirthDate }) as unknown as VerifiedIdentification;
const known = { person: { birthDate: '1984-05-12' } } as unknown as KnownPerson;

describe('judgeHolder', () => {
  it('has nothing against a record of the certificate’s holder', () => {
    expect(judgeHolder(identified('1984-05-12'), known)).toEqual([]);
  });

  it('refuses a certificate and a card-face record of two cards, joined by a go-between', () => {
    expect(judgeHolder(identified('1984-05-13'), known)).toEqual([{ code: 'card-face-of-another' }]);
  });

  it('does not judge where the certificate’s own key signed, or where nobody is known by it', () => {
    expect(judgeHolder(identified(), known)).toEqual([]);
    expect(judgeHolder(identified('1984-05-12'), null)).toEqual([]);
  });
});
