import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { readConsents } from './consent-elements.ts';
import { FaceResult } from './face-result.ts';
import { readFields } from './field-map.ts';
import { fromOqsDate } from './oqs-date.ts';
import { childOf, type OqsElement, textOf } from './oqs-element.ts';
import { fromOqsTime } from './oqs-time.ts';
import { readOqsFile } from './read-oqs-file.ts';
import { resultFields } from './result-fields.ts';

const schema = Compile(FaceResult);

/**
 * Reads a result file (`OQSsiquc01res_…`) back into person, coverages and consents. Kana come back
 * full-width, insurer numbers without padding. Person and consents are those of the first result.
 *
 * Fails as `readOqsFile` does, or with `fields-not-as-specified`, naming the place.
 */
export function readFaceResult(bytes: Uint8Array): Attempt<FaceResult> {
  const message = readOqsFile(bytes);
  if (message.status === 'failed') return message;
  const { header, body, encoding } = message.value;
  const results = childOf(body, 'ResultList')?.children ?? [];
  const [first] = results;
  const time = fromOqsTime(textOf(header, 'ProcessExecutionTime') ?? '');
  const day = fromOqsDate(textOf(header, 'QualificationConfirmationDate') ?? '');
  const read = withoutUndefined({
    encoding,
    processedAt: time.status === 'done' ? time.value.toISOString() : undefined,
    onDate: day.status === 'done' ? day.value : undefined,
    institutionCode: textOf(header, 'MedicalInstitutionCode'),
    fileIdentifier: textOf(header, 'ArbitraryFileIdentifier'),
    error: codeAndMessage(header, 'ErrorCode', 'ErrorMessage'),
    note:
      textOf(body, 'ProcessingResultStatus') === '1'
        ? codeAndMessage(body, 'ProcessingResultCode', 'ProcessingResultMessage')
        : undefined,
    prescriptionIssue: textOf(body, 'PrescriptionIssueSelect'),
    validity: textOf(body, 'QualificationValidity') ?? null,
    person: first === undefined ? null : readFields(resultFields.person, first),
    coverages: results.map(readCoverage),
    consents: first === undefined ? [] : readConsents(first),
    referenceNumber: textOf(first, 'ReferenceNumber'),
  });
  if (schema.Check(read)) return done(read);
  const [error] = schema.Errors(read);
  return failed(reason('fields-not-as-specified', error?.instancePath ?? ''));
}

function readCoverage(result: OqsElement): Record<string, unknown> {
  const elderly = childOf(result, 'ElderlyRecipientCertificateInfo');
  const limit = childOf(result, 'LimitApplicationCertificateRelatedInfo');
  const diseases = childOf(result, 'SpecificDiseasesCertificateList')?.children;
  const tickets = childOf(result, 'PublicExpenseResultList')?.children;
  return withoutUndefined({
    ...readFields(resultFields.coverage, result),
    elderlyRecipient: elderly && readFields(resultFields.elderlyRecipient, elderly),
    limit: limit && readFields(resultFields.limit, limit),
    specificDiseases: diseases?.map((disease) => readFields(resultFields.specificDisease, disease)),
    medicalTickets: tickets?.map((ticket) => readFields(resultFields.medicalTicket, ticket)),
  });
}

function codeAndMessage(parent: OqsElement | undefined, codeTag: string, messageTag: string) {
  const code = textOf(parent, codeTag);
  return code === undefined ? undefined : { code, message: textOf(parent, messageTag) ?? '' };
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
