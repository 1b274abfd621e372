import { type Static, Type } from 'typebox';
import { CalendarDate, Instant } from './calendar.ts';
import { Validity } from './code-lists.ts';
import { ConsentGrant } from './consent.ts';
import { Coverage } from './coverage.ts';
import { InsuredPerson } from './insured-person.ts';
import { Reason } from './reason.ts';

const identity = {
  checkId: Type.String(),
  requestId: Type.String(),
  processedAt: Instant,
};

/** The person was identified; what their insurance is on that date. */
export const VerifiedEligibility = Type.Object({
  status: Type.Literal('verified'),
  ...identity,
  onDate: CalendarDate,
  validity: Validity,
  /** Null when the certificate is genuine but belongs to nobody who is registered. */
  person: Type.Union([InsuredPerson, Type.Null()]),
  /** In force first; with validity 2 the lost one. */
  coverages: Type.Array(Coverage),
  consents: Type.Array(ConsentGrant),
  certificate: Type.Object({ status: Type.Enum(['in-force', 'in-grace']), expiresOn: CalendarDate }),
  /** The institution's own number for this person (照会番号). */
  referenceNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
  notes: Type.Array(Reason),
});
export type VerifiedEligibility = Static<typeof VerifiedEligibility>;

/** The person was not identified (rejected), or that could not be decided (undetermined). */
export const RefusedEligibility = Type.Object({
  status: Type.Enum(['rejected', 'undetermined']),
  ...identity,
  reasons: Type.Array(Reason),
});
export type RefusedEligibility = Static<typeof RefusedEligibility>;

/** What the eligibility service answers. */
export const EligibilityAnswer = Type.Union([VerifiedEligibility, RefusedEligibility]);
export type EligibilityAnswer = Static<typeof EligibilityAnswer>;
