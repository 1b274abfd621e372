/** Small messages of every kind, made up for the tests; the values belong to nobody. */
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';
const message = (header: string, body: string) =>
  `${declaration}\n<XmlMsg>\n<MessageHeader>${header}</MessageHeader>\n<MessageBody>${body}</MessageBody>\n</XmlMsg>\n`;

const institution = '<MedicalInstitutionCode>2719999983</MedicalInstitutionCode>';
const card =
  '<InsurerNumber>06880018</InsurerNumber><InsuredCardSymbol>77</InsuredCardSymbol>' +
  '<InsuredIdentificationNumber>551</InsuredIdentificationNumber><InsuredBranchNumber>00</InsuredBranchNumber>';
const executed = '<ProcessExecutionTime>20261020093015</ProcessExecutionTime>';
const onDay = '<QualificationConfirmationDate>20261020</QualificationConfirmationDate>';
const utf8 = '<CharacterCodeIdentifier>0</CharacterCodeIdentifier>';
const identifier = '<ArbitraryFileIdentifier>T-1</ArbitraryFileIdentifier>';
const search = `<QualificationConfirmSearchInfo>${card}<Birthdate>20010203</Birthdate></QualificationConfirmSearchInfo>`;
const result =
  `<ResultOfQualificationConfirmation><InsuredCardClassification>01</InsuredCardClassification>${card}` +
  '<Name>例示　一</Name><NameKana>ﾚｲｼﾞ ﾊｼﾞﾒ</NameKana><Sex1>1</Sex1><Birthdate>20010203</Birthdate>' +
  '<InsurerName>例示健保</InsurerName><Address></Address></ResultOfQualificationConfirmation>';
const singleHeader =
  executed +
  onDay +
  institution +
  '<ReferenceClassification>1</ReferenceClassification><SegmentOfResult>1</SegmentOfResult>' +
  utf8;
const medicalHeader =
  `${institution}<InsurerNumber>06880018</InsurerNumber>` +
  '<InsuredPersonIdentificationNumber>551</InsuredPersonIdentificationNumber>';
const range =
  '<PrDiInfClassification>1</PrDiInfClassification><MedicalTreatmentFlag>1</MedicalTreatmentFlag>';

export const faceName = 'OQSsiquc01res_face_271999998310001_20261020093015.xml';
export const faceMessage = message(
  singleHeader,
  '<ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>1</QualificationValidity>' +
    `\n<ResultList>\n${result}\n</ResultList>`,
);

/** A sound message for every kind of file, by file name. */
export const soundMessages: Readonly<Record<string, string>> = {
  [faceName]: faceMessage,
  'OQSsiquc01res_202610200001.xml': faceMessage.replace('Classification>1<', 'Classification>2<'),
  'OQSsiquc01res_202610200002.xml': message(
    singleHeader,
    '<ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>4</QualificationValidity>',
  ),
  'OQSsiquc01res_202610200003.xml': message(
    `${singleHeader.replace('Result>1<', 'Result>9<')}<ErrorCode>X1</ErrorCode>`,
    '<ProcessingResultStatus>2</ProcessingResultStatus>',
  ),
  'OQSsiquc01req_202610200001.xml': message(onDay + institution + identifier, search),
  'OQSmuquc01req_202610200001.xml': message(onDay + institution, search + search),
  'OQSmuquc01res_202610200001.xml': message(
    executed + institution + utf8,
    '<ReceptionNumber>9</ReceptionNumber><ReceptionDateTime>20261020093016</ReceptionDateTime>',
  ),
  'OQSmuquc02req_202610200001.xml': message(institution, '<ReceptionNumber>9</ReceptionNumber>'),
  'OQSmuquc02res_202610200001.xml': message(
    `${singleHeader}<ReceptionNumber>9</ReceptionNumber><NumberOfError>0</NumberOfError>`,
    `<BulkConfirmUnit>${search}<ProcessingResultStatus>1</ProcessingResultStatus>${result}` +
      '<ReferenceNumber>77-1</ReferenceNumber></BulkConfirmUnit>',
  ),
  'OQSsiimm01req_202610200001.xml': message(
    institution,
    `<ReferenceNumberRegistrationInfo><ReferenceNumber>77-1</ReferenceNumber>${card}</ReferenceNumberRegistrationInfo>`,
  ),
  'OQSsiimm01res_202610200001.xml': message(
    `${executed + institution}<SegmentOfResult>1</SegmentOfResult>${utf8}`,
    '<ProcessingResultStatus>1</ProcessingResultStatus>',
  ),
  'OQSmuonq01req_202610200001.xml': message(
    institution,
    '<QualificationConfirmSearchInfo><ConsentDateFrom>20261001</ConsentDateFrom>' +
      '<MedicalTreatmentFlag>3</MedicalTreatmentFlag></QualificationConfirmSearchInfo>',
  ),
  'OQSmutic01req_202610200001.xml': message(
    institution,
    '<QualificationConfirmSearchInfo><MedicalTreatmentMonth>202610</MedicalTreatmentMonth></QualificationConfirmSearchInfo>',
  ),
  'YZKsiquc01req_1.xml': message(
    medicalHeader,
    `<StartDate>202510</StartDate><EndDate>202610</EndDate><FileCategory>2</FileCategory>${range}`,
  ),
  'YZKsiquc01res_1.xml': message(
    '<ResultCode>1</ResultCode><QuaInf><KanaName>ﾚｲｼﾞ</KanaName></QuaInf>',
    '<MeTrMonthInf><DiDateInfs><DiDateInf><DiDate>20261001</DiDate><DrugInfs><DrugInf><DrugN>薬</DrugN><Times>3</Times>' +
      '</DrugInf></DrugInfs></DiDateInf></DiDateInfs></MeTrMonthInf><CzDiInf><CzDiMonthInf><CzDiMonth>202610</CzDiMonth>' +
      '</CzDiMonthInf></CzDiInf>',
  ),
  'YZKsiquc01res_2.xml': `${declaration}<XmlMsg><MessageHeader><ResultCode>2</ResultCode><MessageContents>同意なし</MessageContents></MessageHeader></XmlMsg>`,
  'TKKsiquc01req_1.xml': message(medicalHeader, `<FileCategory>2</FileCategory>${range}`),
  'TKKsiquc01res_1.xml': message(
    '<ResultCode>1</ResultCode>',
    '<SpecificHealthCheckupInfo><EffectiveTime>20260601</EffectiveTime><HealthCheckupResultAndQuestionInfos>' +
      '<HealthCheckupResultAndQuestionInfo><ItemCode>1</ItemCode></HealthCheckupResultAndQuestionInfo>' +
      '</HealthCheckupResultAndQuestionInfos></SpecificHealthCheckupInfo>',
  ),
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
