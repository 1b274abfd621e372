import { codeLists } from '@honnin/insurance';
import type { Layout, LayoutField } from './layout.ts';
import {
  any,
  branch,
  codes,
  count,
  date,
  groupOf,
  institution,
  insurer,
  maybe,
  month,
  one,
  some,
  text,
  time,
  values,
} from './layout-field.ts';
import {
  checkUpAnswer,
  checkUpRequest,
  medicineAnswer,
  medicineRequest,
} from './medical-information-layouts.ts';
import { resultLayout } from './result-layout.ts';

/** What is known of one kind of OQS file; the kind is told by the start of the file name. */
export interface MessageKind {
  readonly prefix: string;
  readonly ja: string;
  readonly en: string;
  readonly layout: Layout;
}

const identifier = maybe('ArbitraryFileIdentifier', text());
const characterCode = one('CharacterCodeIdentifier', codes(codeLists.characterCode));

const insuredCard = [
  one('InsurerNumber', insurer),
  maybe('InsuredCardSymbol', text(20)),
  one('InsuredIdentificationNumber', text(20)),
  maybe('InsuredBranchNumber', branch),
];

const searchInfo = groupOf(
  ...insuredCard,
  one('Birthdate', date),
  maybe('LimitApplicationCertificateRelatedConsFlg', codes(codeLists.limitConsent)),
  maybe('ArbitraryIdentifier', text()),
);

const processing: readonly LayoutField[] = [
  one('ProcessingResultStatus', codes(codeLists.processingResultStatus)),
  maybe('ProcessingResultCode', text()),
  maybe('ProcessingResultMessage', text()),
];

const requestHeader = [
  one('QualificationConfirmationDate', date),
  one('MedicalInstitutionCode', institution),
  identifier,
];
const plainHeader = [one('MedicalInstitutionCode', institution), identifier];
const errors = [maybe('ErrorCode', text()), maybe('ErrorMessage', text())];

const singleResult: Layout = {
  header: [
    one('ProcessExecutionTime', time),
    one('QualificationConfirmationDate', date),
    one('MedicalInstitutionCode', institution),
    identifier,
    one('ReferenceClassification', codes(codeLists.referenceClassification)),
    one('SegmentOfResult', codes(codeLists.segmentOfResult)),
    ...errors,
    characterCode,
  ],
  body: [
    maybe('QualificationConfirmSearchInfo', searchInfo),
    maybe('PrescriptionIssueSelect', codes(codeLists.prescriptionIssue)),
    ...processing,
    maybe('QualificationValidity', codes(codeLists.validity)),
    maybe('ResultList', groupOf(any('ResultOfQualificationConfirmation', groupOf(...resultLayout)))),
  ],
};

const receiptHeader = [
  one('ProcessExecutionTime', time),
  one('MedicalInstitutionCode', institution),
  identifier,
  maybe('SegmentOfResult', codes(codeLists.segmentOfResult)),
  ...errors,
  characterCode,
];
const receipt: Layout = {
  header: receiptHeader,
  body: [maybe('ReceptionNumber', text()), maybe('ReceptionDateTime', time)],
};
const download: Layout = { header: plainHeader, body: [one('ReceptionNumber', text())] };

const registration = groupOf(one('ReferenceNumber', text(50)), ...insuredCard);

const consentList: Layout = {
  header: plainHeader,
  body: [
    one(
      'QualificationConfirmSearchInfo',
      groupOf(
        maybe('ConsentDateFrom', date),
        maybe('ConsentDateTo', date),
        maybe('ExaminationDateFrom', date),
        maybe('ExaminationDateTo', date),
        one('MedicalTreatmentFlag', values('2', '3')),
      ),
    ),
  ],
};

const kind = (prefix: string, ja: string, en: string, layout: Layout): MessageKind => ({
  prefix,
  ja,
  en,
  layout,
});

/** Every kind of OQS file whose layout is known; longer prefixes stand before the shorter ones they start with. */
export const messageKinds: readonly MessageKind[] = [
  kind('OQSsiquc01res_face_', '資格確認結果（顔認証）', 'Result of a check by My Number card', singleResult),
  kind('OQSsiquc01res_', '資格確認結果', 'Result of a single check', singleResult),
  kind('OQSsiquc01req_', '資格確認要求', 'Request of a single check', {
    header: requestHeader,
    body: [one('QualificationConfirmSearchInfo', searchInfo)],
  }),
  kind('OQSmuquc01req_', '一括照会要求', 'Bulk check, upload', {
    header: requestHeader,
    body: [some('QualificationConfirmSearchInfo', searchInfo)],
  }),
  kind('OQSmuquc01res_', '一括照会受付', 'Bulk check, receipt', receipt),
  kind('OQSmuquc02req_', '一括照会結果要求', 'Bulk check, request of the result', download),
  kind('OQSmuquc02res_', '一括照会結果', 'Bulk check, result', {
    header: [
      ...singleResult.header.map((field) =>
        field.tag === 'ReferenceClassification' ? { ...field, required: false } : field,
      ),
      maybe('ReceptionNumber', text()),
      maybe('NumberOfProcessingResult', count),
      maybe('NumberOfNormalProcessing', count),
      maybe('NumberOfError', count),
    ],
    body: [
      any(
        'BulkConfirmUnit',
        groupOf(
          maybe('QualificationConfirmSearchInfo', searchInfo),
          ...processing,
          maybe('QualificationValidity', codes(codeLists.validity)),
          any(
            'ResultOfQualificationConfirmation',
            groupOf(...resultLayout, maybe('LimitApplicationCertificateChanged', values('0', '1'))),
          ),
          any('ReferenceNumber', text(50)),
        ),
      ),
    ],
  }),
  kind('OQSsiimm01req_', '照会番号登録要求', 'Registration of a reference number', {
    header: plainHeader,
    body: [one('ReferenceNumberRegistrationInfo', registration)],
  }),
  kind('OQSsiimm01res_', '照会番号登録結果', 'Result of registering a reference number', {
    header: receiptHeader,
    body: [maybe('ReferenceNumberRegistrationInfo', registration), ...processing],
  }),
  kind(
    'OQSmuonq01req_',
    'オンライン診療同意一覧要求',
    'List of consents to online care, request',
    consentList,
  ),
  kind('OQSmuhvq01req_', '訪問診療同意一覧要求', 'List of consents to home visits, request', consentList),
  kind('OQSmutic01req_', '医療扶助一括照会要求', 'Bulk check of medical aid, request', {
    header: plainHeader,
    body: [one('QualificationConfirmSearchInfo', groupOf(one('MedicalTreatmentMonth', month)))],
  }),
  kind('YZKsiquc01req_', '薬剤・診療情報要求', 'Request of medicines and treatment', medicineRequest),
  kind('YZKsiquc01res_', '薬剤・診療情報', 'Medicines and treatment', medicineAnswer),
  kind('TKKsiquc01req_', '特定健診情報要求', 'Request of check-ups', checkUpRequest),
  kind('TKKsiquc01res_', '特定健診情報', 'Check-ups', checkUpAnswer),
];
