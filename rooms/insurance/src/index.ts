export { CalendarDate, Instant } from './calendar.ts';
export { type CodeList, codesOf } from './code-list.ts';
export {
  CardClassification,
  ConsentGroup,
  ContributionRatio,
  codeLists,
  LimitClassification,
  LimitFlag,
  PersonalFamily,
  PrescriptionIssue,
  ReasonOfLoss,
  Sex,
  SpecificDisease,
  Validity,
} from './code-lists.ts';
export { ConsentChoice, ConsentGrant } from './consent.ts';
export {
  Coverage,
  ElderlyRecipientCertificate,
  LimitCertificate,
  SpecificDiseaseCertificate,
} from './coverage.ts';
export { coverageInForce, isInForce } from './coverage-in-force.ts';
export { boundsOfDay, dayInJapan } from './day-in-japan.ts';
export { decideValidity, type ValidityDecision } from './decide-validity.ts';
export { EligibilityAnswer, RefusedEligibility, VerifiedEligibility } from './eligibility-answer.ts';
export { EligibilityRequest, InstitutionCode } from './eligibility-request.ts';
export { grantConsents } from './grant-consents.ts';
export { type InsuredIdentifier, matchesIdentifier } from './insured-identifier.ts';
export { InsuredPerson } from './insured-person.ts';
export { MedicalTicket } from './medical-ticket.ts';
export { Reason } from './reason.ts';
