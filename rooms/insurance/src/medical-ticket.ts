import { type Static, Type } from 'typebox';
import { CalendarDate } from './calendar.ts';
import { codesOf } from './code-list.ts';
import { codeLists } from './code-lists.ts';

const text = (maxLength: number) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001F\\u007F]+$' }));

/** A ticket of medical aid (医療券, 調剤券): MedicalTicketInfo of the result file, field by field. */
export const MedicalTicket = Type.Object(
  {
    ticketType: codesOf(codeLists.ticketType),
    validDate: CalendarDate,
    expirationDate: CalendarDate,
    issueNumber: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z-]{1,20}$' })),
    /** `YYYY-MM` */
    treatmentMonth: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }),
    designatedInstitutionCode: Type.Optional(Type.String({ pattern: '^[0-9]{10}$' })),
    /** Filled in for the institution that asks. */
    designatedInstitutionFlag: Type.Optional(codesOf(codeLists.designatedInstitution)),
    designatedInstitutionName: text(200),
    prescriptionIssuerInstitutionCode: Type.Optional(Type.String({ pattern: '^[0-9]{10}$' })),
    prescriptionIssuerInstitutionName: text(200),
    injuryName1: text(200),
    injuryName2: text(200),
    injuryName3: text(200),
    treatmentType: codesOf(codeLists.treatmentType),
    /** Yen */
    selfPayAmount: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999_999 })),
    districtContactName: text(200),
    handlingContactName: text(200),
    singleOrCombinedUse: Type.Optional(codesOf(codeLists.singleOrCombinedUse)),
    socialInsurance: Type.Optional(codesOf(codeLists.socialInsurance)),
    consistencyFlag: Type.Optional(codesOf(codeLists.consistencyFlag)),
    infection: Type.Optional(codesOf(codeLists.infection)),
    elderlyMedicalCare: Type.Optional(codesOf(codeLists.elderlyMedicalCare)),
    prefecturalExpenses: Type.Optional(codesOf(codeLists.prefecturalExpenses)),
    remarks1: text(400),
    remarks2: text(400),
    remarks3: text(400),
  },
  { additionalProperties: false },
);
export type MedicalTicket = Static<typeof MedicalTicket>;
