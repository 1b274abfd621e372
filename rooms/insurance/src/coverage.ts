import { type Static, Type } from 'typebox';
import { CalendarDate } from './calendar.ts';
import {
  CardClassification,
  ContributionRatio,
  LimitClassification,
  LimitFlag,
  PersonalFamily,
  ReasonOfLoss,
  SpecificDisease,
} from './code-lists.ts';
import { MedicalTicket } from './medical-ticket.ts';

/** 高齢受給者証, from 70 to 74. */
export const ElderlyRecipientCertificate = Type.Object(
  {
    issuedOn: CalendarDate,
    validFrom: CalendarDate,
    validTo: CalendarDate,
    ratio: Type.Enum(['020', '030']),
  },
  { additionalProperties: false },
);
export type ElderlyRecipientCertificate = Static<typeof ElderlyRecipientCertificate>;

/** 限度額適用認定証 and its kin. */
export const LimitCertificate = Type.Object(
  {
    classification: LimitClassification,
    flag: LimitFlag,
    issuedOn: CalendarDate,
    validFrom: CalendarDate,
    validTo: CalendarDate,
    /** 長期入院該当年月日 */
    longTermOn: Type.Optional(CalendarDate),
  },
  { additionalProperties: false },
);
export type LimitCertificate = Static<typeof LimitCertificate>;

/** 特定疾病療養受療証. */
export const SpecificDiseaseCertificate = Type.Object(
  {
    category: SpecificDisease,
    issuedOn: CalendarDate,
    validFrom: CalendarDate,
    validTo: CalendarDate,
    /** Yen a month */
    selfPay: Type.Integer({ minimum: 0, maximum: 99_999_999 }),
  },
  { additionalProperties: false },
);
export type SpecificDiseaseCertificate = Static<typeof SpecificDiseaseCertificate>;

const identifier = Type.String({ minLength: 1, maxLength: 20, pattern: '^[^\\u0000-\\u001F\\u007F]+$' });

/** One insurer's cover of one person, as the insurer registered it. */
export const Coverage = Type.Object(
  {
    cardClassification: CardClassification,
    /** Eight digits, or six for national insurance; padded only when a file is written. */
    insurerNumber: Type.String({ pattern: '^([0-9]{6}|[0-9]{8})$' }),
    insurerName: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001F\\u007F]+$' }),
    symbol: Type.Optional(identifier),
    number: identifier,
    /** Absent for the insurance of people of 75 and over. */
    branch: Type.Optional(Type.String({ pattern: '^[0-9]{2}$' })),
    personalFamily: Type.Optional(PersonalFamily),
    /** Name of the insured person or householder. */
    insuredName: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001F\\u007F]+$' }),
    ),
    /** 資格取得年月日: the first day with cover. */
    qualifiedOn: Type.Optional(CalendarDate),
    /** 資格喪失年月日: the first day without cover. */
    lostOn: Type.Optional(CalendarDate),
    reasonOfLoss: Type.Optional(ReasonOfLoss),
    issuedOn: Type.Optional(CalendarDate),
    validFrom: Type.Optional(CalendarDate),
    /** The last day of validity. */
    validTo: Type.Optional(CalendarDate),
    /** Only for people of 75 and over. */
    contributionRatio: Type.Optional(ContributionRatio),
    preschool: Type.Optional(Type.Literal('1')),
    elderlyRecipient: Type.Optional(ElderlyRecipientCertificate),
    limit: Type.Optional(LimitCertificate),
    specificDiseases: Type.Optional(Type.Array(SpecificDiseaseCertificate, { maxItems: 10 })),
    medicalTickets: Type.Optional(Type.Array(MedicalTicket, { maxItems: 50 })),
  },
  { additionalProperties: false },
);
export type Coverage = Static<typeof Coverage>;
