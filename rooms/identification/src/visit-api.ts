/**
 * HTTP between a terminal and its reception. Every call carries the terminal's bearer token. Browser-safe:
 * schemas only.
 *
 * | call | body | answer |
 * |---|---|---|
 * | `POST /v1/visits` | `OpenVisitRequest` | 201 `OpenedVisit` |
 * | `POST /v1/visits/:visitId/identification` | `IdentificationSubmission` | 200 `VisitResult` |
 * | `POST /v1/visits/:visitId/help` | `HelpRequest` | 204 |
 * | `GET /v1/visits/:visitId/staff-decision?waitSeconds=` | – | 200 `StaffDecision` |
 * | `POST /v1/visits/:visitId/end` | `EndVisitRequest` | 204 |
 */
import { ConsentChoice, ConsentGroup, Instant, PrescriptionIssue, Reason, Validity } from '@honnin/insurance';
import { type Static, Type } from 'typebox';

export const OpenVisitRequest = Type.Object(
  { terminalId: Type.String({ minLength: 1, maxLength: 64 }) },
  { additionalProperties: false },
);
export type OpenVisitRequest = Static<typeof OpenVisitRequest>;

/** A visit that reception has opened: what the statement has to be made out to, and what to ask the person. */
export const OpenedVisit = Type.Object({
  visitId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
  /** Unpredictable, used once; goes into the statement and into what the card signs. */
  nonce: Type.String({ minLength: 16, maxLength: 128 }),
  /** The service that the statement is for. */
  audience: Type.String({ minLength: 1, maxLength: 200 }),
  /** The day that the eligibility is asked for, `YYYY-MM-DD`. */
  onDate: Type.String({ format: 'date' }),
  consentGroups: Type.Array(ConsentGroup),
  offersPrescriptionChoice: Type.Boolean(),
});
export type OpenedVisit = Static<typeof OpenedVisit>;

export const IdentificationSubmission = Type.Object(
  {
    /** Compact JWS, `typ` `honnin-identification+jws`. */
    statement: Type.String({ minLength: 1, maxLength: 65_536 }),
    consents: Type.Array(ConsentChoice, { maxItems: 16 }),
    prescriptionIssue: Type.Optional(PrescriptionIssue),
  },
  { additionalProperties: false },
);
export type IdentificationSubmission = Static<typeof IdentificationSubmission>;

/** What the patient may learn of the result; everything else goes to the staff console. */
export const VisitResult = Type.Union([
  Type.Object({
    status: Type.Literal('accepted'),
    validity: Validity,
    personName: Type.Union([Type.String(), Type.Null()]),
    notes: Type.Array(Reason),
    staffNeeded: Type.Boolean(),
  }),
  Type.Object({
    /** `undetermined`: could not be asked; the patient goes to the desk, nothing was handed over. */
    status: Type.Union([Type.Literal('refused'), Type.Literal('undetermined')]),
    reasons: Type.Array(Reason, { minItems: 1 }),
  }),
]);
export type VisitResult = Static<typeof VisitResult>;

/** The patient asks for a member of staff; the console shows it at once. */
export const HelpRequest = Type.Object({ reason: Reason }, { additionalProperties: false });
export type HelpRequest = Static<typeof HelpRequest>;

/** Long poll: the answer comes at the decision, or `pending` after `waitSeconds` (at most 30). */
export const StaffDecisionQuery = Type.Object({
  waitSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 30, default: 20 })),
});
export type StaffDecisionQuery = Static<typeof StaffDecisionQuery>;

/** What a member of staff decided who looked at the person and at the photo on the card. */
export const StaffDecision = Type.Union([
  Type.Object({ decision: Type.Literal('pending') }),
  Type.Object({
    decision: Type.Union([Type.Literal('confirmed'), Type.Literal('declined')]),
    staffId: Type.String({ minLength: 1, maxLength: 64 }),
    at: Instant,
  }),
]);
export type StaffDecision = Static<typeof StaffDecision>;

/** The visit ended without a result: card pulled, person left, refused on the terminal. */
export const EndVisitRequest = Type.Object(
  { reasons: Type.Array(Reason, { minItems: 1, maxItems: 16 }) },
  { additionalProperties: false },
);
export type EndVisitRequest = Static<typeof EndVisitRequest>;
