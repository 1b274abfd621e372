import type { Coverage, InsuredPerson, PrescriptionIssue, VerifiedEligibility } from '@honnin/insurance';
import { consentElements } from './consent-elements.ts';
import { faceFileName } from './face-file-name.ts';
import { faceHeader } from './face-header.ts';
import { type Writing, writeFields } from './field-map.ts';
import { group, leaf, type OqsElement } from './oqs-element.ts';
import type { OqsEncoding } from './oqs-encoding.ts';
import { toOqsTime } from './oqs-time.ts';
import { resultFields } from './result-fields.ts';
import { resultLayout } from './result-layout.ts';
import { serializeOqs } from './serialize-oqs.ts';
import { substituteCharacters } from './substitute-characters.ts';
import type { Substitution } from './substitution.ts';

export interface FaceResultOptions {
  /** Ten digits. */
  readonly institutionCode: string;
  readonly encoding: OqsEncoding;
  /** ArbitraryFileIdentifier: the visit's mark in our own records, without personal data. */
  readonly fileIdentifier: string;
  /** See `faceFileName`. */
  readonly counter: bigint;
  /** What the patient chose on the terminal (OQSCD017). */
  readonly prescriptionIssue?: PrescriptionIssue;
  /** ProcessingResultCode and ProcessingResultMessage: a success with a note, such as an expiring certificate. */
  readonly note?: { readonly code: string; readonly message: string };
  /**
   * Consent tags of 2025 (DiagnosisName, InfectiousInfo, AllergyInfo, ContraindicationInfo, TestInfo,
   * PrescriptionInfo). Off unless the hospital's system is known to take them, since their names come from
   * one source only.
   */
  readonly consentTagsOf2025?: 'omit' | 'write';
}

export interface OqsFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What the file could not carry, to be shown to staff; the file itself has no place for it. */
  readonly substitutions: Substitution[];
}

/**
 * The file that a hospital system finds after a check by My Number card (`OQSsiquc01res_face_…`): every field
 * that the answer has, one ResultOfQualificationConfirmation for each coverage, tags without a value left
 * out. With validity 4 there is no ResultList. Specific diseases are written only under their consent.
 */
export function writeFaceResult(answer: VerifiedEligibility, options: FaceResultOptions): OqsFile {
  const writing: Writing = { encoding: options.encoding, substitutions: [] };
  const at = new Date(answer.processedAt);
  const { person } = answer;
  const results =
    person === null || answer.validity === '4'
      ? []
      : answer.coverages.map((coverage) => resultElement(answer, coverage, person, options, writing));
  const body = group('MessageBody', [
    ...optionalLeaf('PrescriptionIssueSelect', options.prescriptionIssue),
    leaf('ProcessingResultStatus', '1'),
    ...optionalLeaf('ProcessingResultCode', options.note?.code),
    ...(options.note === undefined
      ? []
      : [leaf('ProcessingResultMessage', fit(options.note.message, 'ProcessingResultMessage', writing))]),
    leaf('QualificationValidity', answer.validity),
    ...(results.length === 0 ? [] : [group('ResultList', results)]),
  ]);
  const header = faceHeader({ ...options, at, onDate: answer.onDate });
  return {
    fileName: faceFileName({ institutionCode: options.institutionCode, counter: options.counter, at }),
    bytes: serializeOqs(group('XmlMsg', [header, body]), options.encoding),
    substitutions: withoutRepeats(writing.substitutions),
  };
}

function resultElement(
  answer: VerifiedEligibility,
  coverage: Coverage,
  person: InsuredPerson,
  options: FaceResultOptions,
  writing: Writing,
): OqsElement {
  const children = [
    ...writeFields(resultFields.coverage, coverage, writing),
    ...writeFields(resultFields.person, person, writing),
    ...groupFor('ElderlyRecipientCertificateInfo', coverage.elderlyRecipient, (certificate) =>
      writeFields(resultFields.elderlyRecipient, certificate, writing),
    ),
    ...limitElements(coverage, new Date(answer.processedAt), writing),
    ...specificDiseaseElements(answer, coverage, writing),
    ...groupFor('PublicExpenseResultList', coverage.medicalTickets, (tickets) =>
      tickets.map((ticket) =>
        group(
          'MedicalTicketInfo',
          writeFields(resultFields.medicalTicket, ticket, writing, 'MedicalTicketInfo/'),
        ),
      ),
    ),
    ...consentElements(answer.consents, options.consentTagsOf2025 ?? 'omit'),
    ...(answer.referenceNumber === undefined
      ? []
      : [leaf('ReferenceNumber', fit(answer.referenceNumber, 'ReferenceNumber', writing))]),
  ];
  return group('ResultOfQualificationConfirmation', inLayoutOrder(children));
}

/**
 * Since 2024-10-07 the patient is no longer asked about the limit certificate: the flag is 1 and its time is
 * that of the check. Medical aid knows no limit certificate.
 */
function limitElements(coverage: Coverage, at: Date, writing: Writing): OqsElement[] {
  if (coverage.cardClassification === 'A1') return [];
  return [
    leaf('LimitApplicationCertificateRelatedConsFlg', '1'),
    leaf('LimitApplicationCertificateRelatedConsTime', toOqsTime(at)),
    ...groupFor('LimitApplicationCertificateRelatedInfo', coverage.limit, (limit) =>
      writeFields(resultFields.limit, limit, writing),
    ),
  ];
}

function specificDiseaseElements(
  answer: VerifiedEligibility,
  coverage: Coverage,
  writing: Writing,
): OqsElement[] {
  const agreed = answer.consents.some((consent) => consent.group === 'TSR' && consent.given);
  if (!agreed || coverage.specificDiseases === undefined || coverage.specificDiseases.length === 0) return [];
  return [
    group(
      'SpecificDiseasesCertificateList',
      coverage.specificDiseases.map((certificate) =>
        group(
          'SpecificDiseasesCertificateInfo',
          writeFields(resultFields.specificDisease, certificate, writing),
        ),
      ),
    ),
  ];
}

function groupFor<T>(
  tag: string,
  value: T | undefined,
  children: (value: T) => readonly OqsElement[],
): OqsElement[] {
  if (value === undefined) return [];
  const elements = children(value);
  return elements.length === 0 ? [] : [group(tag, elements)];
}

function optionalLeaf(tag: string, text: string | undefined): OqsElement[] {
  return text === undefined ? [] : [leaf(tag, text)];
}

function fit(text: string, tag: string, writing: Writing): string {
  const { text: written, substitutions } = substituteCharacters(text, writing.encoding, tag);
  writing.substitutions.push(...substitutions);
  return written;
}

const order = new Map(resultLayout.map((field, index) => [field.tag, index]));

function inLayoutOrder(elements: readonly OqsElement[]): OqsElement[] {
  return elements.toSorted((a, b) => (order.get(a.tag) ?? 0) - (order.get(b.tag) ?? 0));
}

/** The person stands in every result of a file; what was lost of their name is told once. */
function withoutRepeats(substitutions: readonly Substitution[]): Substitution[] {
  const seen = new Set<string>();
  return substitutions.filter(({ character, where }) => {
    const key = `${where}\u0000${character}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
