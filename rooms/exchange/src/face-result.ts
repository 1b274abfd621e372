import {
  CalendarDate,
  ConsentGroup,
  Coverage,
  Instant,
  InsuredPerson,
  PrescriptionIssue,
  Validity,
} from '@honnin/insurance';
import { type Static, Type } from 'typebox';
import { OqsEncoding } from './oqs-encoding.ts';

/** What a result file says, in the words of the insurance room. */
export const FaceResult = Type.Object({
  encoding: OqsEncoding,
  processedAt: Instant,
  onDate: CalendarDate,
  institutionCode: Type.String({ pattern: '^[0-9]{10}$' }),
  fileIdentifier: Type.Optional(Type.String()),
  /** SegmentOfResult 9 with its code and text. */
  error: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() })),
  /** ProcessingResultCode and ProcessingResultMessage. */
  note: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() })),
  prescriptionIssue: Type.Optional(PrescriptionIssue),
  validity: Type.Union([Validity, Type.Null()]),
  person: Type.Union([InsuredPerson, Type.Null()]),
  coverages: Type.Array(Coverage),
  consents: Type.Array(
    Type.Object({
      group: ConsentGroup,
      given: Type.Boolean(),
      at: Type.Optional(Instant),
      availableUntil: Type.Optional(Instant),
    }),
  ),
  referenceNumber: Type.Optional(Type.String()),
});
export type FaceResult = Static<typeof FaceResult>;
