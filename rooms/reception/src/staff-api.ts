import { ConsentGrant, Coverage, InsuredPerson, Validity } from '@honnin/insurance';
import { type Static, Type } from 'typebox';

/**
 * The staff API of reception: what the console sends and receives. This module holds schemas only and is
 * safe for the browser (`@honnin/reception/staff-api`). All routes need the session cookie, except
 * `GET /staff/people`, `POST /staff/session` and `GET /staff/session`.
 *
 * | Route | Body or query | Answer |
 * |---|---|---|
 * | `GET /staff/people` | | `StaffPerson[]` |
 * | `POST /staff/session` | `OpenSession` | 204 and the cookie |
 * | `GET /staff/session` | | `StaffSession` |
 * | `DELETE /staff/session` | | 204 |
 * | `GET /staff/arrivals` | `ArrivalsQuery` | `Arrival[]`, newest first |
 * | `GET /staff/arrivals/stream` | | SSE: `snapshot` (`Arrival[]`), `arrival` (`Arrival`), `ping` |
 * | `POST /staff/visits/:visitId/decision` | `StaffDecisionBody` | 204 |
 * | `POST /staff/visits/:visitId/seen` | | 204 |
 *
 * Every error answer is a `StaffProblem`.
 */
const BilingualText = Type.Object({ ja: Type.String(), en: Type.String() });

/** Somebody who works at the desk. */
export const StaffPerson = Type.Object({ id: Type.String(), name: Type.String() });
export type StaffPerson = Static<typeof StaffPerson>;

/** Body of `POST /staff/session`. */
export const OpenSession = Type.Object({ staffId: Type.String({ minLength: 1, maxLength: 64 }) });
export type OpenSession = Static<typeof OpenSession>;

/** Who is signed in at this browser (`staff` is null when nobody is), and at which institution. */
export const StaffSession = Type.Object({
  staff: Type.Union([StaffPerson, Type.Null()]),
  institution: Type.Object({ code: Type.String(), name: Type.String() }),
});
export type StaffSession = Static<typeof StaffSession>;

/** `date` is the day in Japan, today when left out. */
export const ArrivalsQuery = Type.Object({
  date: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
});
export type ArrivalsQuery = Static<typeof ArrivalsQuery>;

/** Body of `POST /staff/visits/:visitId/decision`: staff looked at the person and the card's photo. */
export const StaffDecisionBody = Type.Object({
  decision: Type.Union([Type.Literal('confirmed'), Type.Literal('declined')]),
});
export type StaffDecisionBody = Static<typeof StaffDecisionBody>;

/** Something that staff should know about an arrival, and what to do about it. */
export const Attention = Type.Object({
  code: Type.String(),
  number: Type.String(),
  ja: Type.String(),
  en: Type.String(),
  action: BilingualText,
});
export type Attention = Static<typeof Attention>;

/** A variant character that the hospital's file could not carry. `where` is a path of tags in the file. */
export const CharacterSubstitution = Type.Object({
  character: Type.String(),
  replacedBy: Type.String(),
  where: Type.String(),
});
export type CharacterSubstitution = Static<typeof CharacterSubstitution>;

/**
 * Where a visit stands. `help-wanted`: the patient waits for staff, who decide; `problem`: ended without a
 * result that can be used, the patient was asked to the desk; `left`: ended before an answer.
 */
export const ArrivalState = Type.Union([
  Type.Literal('identifying'),
  Type.Literal('help-wanted'),
  Type.Literal('looking-up'),
  Type.Literal('done'),
  Type.Literal('problem'),
  Type.Literal('left'),
]);
export type ArrivalState = Static<typeof ArrivalState>;

/** One visit as the console shows it. Instants are ISO 8601 with `Z`; replaced as a whole on every change. */
export const Arrival = Type.Object({
  visitId: Type.String(),
  terminalId: Type.String(),
  terminalName: Type.String(),
  openedAt: Type.String(),
  updatedAt: Type.String(),
  state: ArrivalState,
  method: Type.Union([Type.Literal('face'), Type.Literal('pin'), Type.Literal('staff'), Type.Null()]),
  person: Type.Union([InsuredPerson, Type.Null()]),
  /** OQSCD006. */
  validity: Type.Union([Validity, Type.Null()]),
  coverages: Type.Array(Coverage),
  consents: Type.Array(ConsentGrant),
  /** The file in the hospital's folder, once it is published. */
  fileName: Type.Union([Type.String(), Type.Null()]),
  substitutions: Type.Array(CharacterSubstitution),
  attention: Type.Array(Attention),
  seen: Type.Boolean(),
  referenceNumber: Type.Optional(Type.String()),
});
export type Arrival = Static<typeof Arrival>;

/** Body of every error answer of reception: the failure's code and number, and what to do. */
export const StaffProblem = Type.Object({
  code: Type.String(),
  number: Type.String(),
  message: BilingualText,
});
export type StaffProblem = Static<typeof StaffProblem>;
