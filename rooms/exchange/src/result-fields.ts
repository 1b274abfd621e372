import type {
  Coverage,
  ElderlyRecipientCertificate,
  InsuredPerson,
  LimitCertificate,
  MedicalTicket,
  SpecificDiseaseCertificate,
} from '@honnin/insurance';
import type { FieldForm, FieldMap } from './field-map.ts';

const of =
  <T>() =>
  (tag: string, key: keyof T & string, form: FieldForm = 'code'): FieldMap<T> => ({ tag, key, form });

const person = of<InsuredPerson>();
const coverage = of<Coverage>();
const elderly = of<ElderlyRecipientCertificate>();
const limit = of<LimitCertificate>();
const disease = of<SpecificDiseaseCertificate>();
const ticket = of<MedicalTicket>();

/** Which field of an answer stands under which tag of ResultOfQualificationConfirmation; read and written by this. */
export const resultFields = {
  person: [
    person('Name', 'name', 'full-width'),
    person('NameOfOther', 'nameOfOther', 'full-width'),
    person('NameKana', 'kana', 'kana'),
    person('NameOfOtherKana', 'kanaOfOther', 'kana'),
    person('Sex1', 'sex'),
    person('Birthdate', 'birthDate', 'date'),
    person('Address', 'address', 'full-width'),
    person('PostNumber', 'postCode'),
  ],
  coverage: [
    coverage('InsuredCardClassification', 'cardClassification'),
    coverage('InsurerNumber', 'insurerNumber', 'insurer-number'),
    coverage('InsuredCardSymbol', 'symbol', 'text'),
    coverage('InsuredIdentificationNumber', 'number', 'text'),
    coverage('InsuredBranchNumber', 'branch'),
    coverage('PersonalFamilyClassification', 'personalFamily'),
    coverage('InsuredName', 'insuredName', 'full-width'),
    coverage('QualificationDate', 'qualifiedOn', 'date'),
    coverage('DisqualificationDate', 'lostOn', 'date'),
    coverage('InsuredCertificateIssuanceDate', 'issuedOn', 'date'),
    coverage('InsuredCardValidDate', 'validFrom', 'date'),
    coverage('InsuredCardExpirationDate', 'validTo', 'date'),
    coverage('InsuredPartialContributionRatio', 'contributionRatio'),
    coverage('PreschoolClassification', 'preschool'),
    coverage('ReasonOfLoss', 'reasonOfLoss'),
    coverage('InsurerName', 'insurerName', 'full-width'),
  ],
  elderlyRecipient: [
    elderly('ElderlyRecipientCertificateDate', 'issuedOn', 'date'),
    elderly('ElderlyRecipientValidStartDate', 'validFrom', 'date'),
    elderly('ElderlyRecipientValidEndDate', 'validTo', 'date'),
    elderly('ElderlyRecipientContributionRatio', 'ratio'),
  ],
  limit: [
    limit('LimitApplicationCertificateClassification', 'classification'),
    limit('LimitApplicationCertificateClassificationFlag', 'flag'),
    limit('LimitApplicationCertificateDate', 'issuedOn', 'date'),
    limit('LimitApplicationCertificateValidStartDate', 'validFrom', 'date'),
    limit('LimitApplicationCertificateValidEndDate', 'validTo', 'date'),
    limit('LimitApplicationCertificateLongTermDate', 'longTermOn', 'date'),
  ],
  specificDisease: [
    disease('SpecificDiseasesDiseaseCategory', 'category'),
    disease('SpecificDiseasesCertificateDate', 'issuedOn', 'date'),
    disease('SpecificDiseasesValidStartDate', 'validFrom', 'date'),
    disease('SpecificDiseasesValidEndDate', 'validTo', 'date'),
    disease('SpecificDiseasesSelfPay', 'selfPay', 'yen'),
  ],
  medicalTicket: [
    ticket('TicketType', 'ticketType'),
    ticket('MedicalTicketValidDate', 'validDate', 'date'),
    ticket('MedicalTicketExpirationDate', 'expirationDate', 'date'),
    ticket('IssueNumber', 'issueNumber'),
    ticket('MedicalTreatmentMonth', 'treatmentMonth', 'month'),
    ticket('DesignatedMedicalInstitutionCode', 'designatedInstitutionCode'),
    ticket('DesignatedMedicalInstitutionFlag', 'designatedInstitutionFlag'),
    ticket('DesignatedMedicalInstitutionName', 'designatedInstitutionName', 'text'),
    ticket('PrescriptionIssuerMedicalInstitutionCode', 'prescriptionIssuerInstitutionCode'),
    ticket('PrescriptionIssuerMedicalInstitutionName', 'prescriptionIssuerInstitutionName', 'text'),
    ticket('InjuryName1', 'injuryName1', 'text'),
    ticket('InjuryName2', 'injuryName2', 'text'),
    ticket('InjuryName3', 'injuryName3', 'text'),
    ticket('MedicalTreatmentType', 'treatmentType'),
    ticket('SelfPayAmount', 'selfPayAmount', 'yen'),
    ticket('DistrictContactName', 'districtContactName', 'text'),
    ticket('HandlingContactName', 'handlingContactName', 'text'),
    ticket('SingleOrCombinedUse', 'singleOrCombinedUse'),
    ticket('StatusOfSocialInsurance', 'socialInsurance'),
    ticket('ConsistencyFlag', 'consistencyFlag'),
    ticket('StatusOfInfecton', 'infection'),
    ticket('StatusOfElderlyMedicalCare', 'elderlyMedicalCare'),
    ticket('StatusOfPrefecturalExpenses', 'prefecturalExpenses'),
    ticket('Remarks1', 'remarks1', 'text'),
    ticket('Remarks2', 'remarks2', 'text'),
    ticket('Remarks3', 'remarks3', 'text'),
  ],
} as const;
