import { type Static, Type } from 'typebox';
import { CalendarDate } from './calendar.ts';
import { PrescriptionIssue } from './code-lists.ts';
import { ConsentChoice } from './consent.ts';

/** Ten digits: prefecture (2), kind of institution (1), number (7). */
export const InstitutionCode = Type.String({ pattern: '^[0-9]{10}$' });
export type InstitutionCode = Static<typeof InstitutionCode>;

/** What an institution asks of the eligibility service for one identified patient. */
export const EligibilityRequest = Type.Object(
  {
    /** Chosen by the institution; the same one asks for the same answer again. */
    requestId: Type.String({
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    }),
    /** The signed identification, a compact JWS. */
    statement: Type.String({
      minLength: 16,
      maxLength: 60_000,
      pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
    }),
    onDate: CalendarDate,
    institutionCode: InstitutionCode,
    consents: Type.Array(ConsentChoice, { maxItems: 5 }),
    prescriptionIssue: Type.Optional(PrescriptionIssue),
  },
  { additionalProperties: false },
);
export type EligibilityRequest = Static<typeof EligibilityRequest>;
