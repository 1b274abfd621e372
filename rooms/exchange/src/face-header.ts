import { characterCode } from './character-code.ts';
import { toOqsDate } from './oqs-date.ts';
import { group, leaf, type OqsElement } from './oqs-element.ts';
import type { OqsEncoding } from './oqs-encoding.ts';
import { toOqsTime } from './oqs-time.ts';

interface FaceHeader {
  readonly at: Date;
  readonly onDate: string;
  readonly institutionCode: string;
  readonly fileIdentifier: string;
  readonly encoding: OqsEncoding;
  /** Makes it an answer that failed (SegmentOfResult 9). */
  readonly error?: { readonly code: string; readonly message: string };
}

/** MessageHeader of a face result: looked up by My Number card (OQSCD002: 1). */
export function faceHeader(header: FaceHeader): OqsElement {
  return group('MessageHeader', [
    leaf('ProcessExecutionTime', toOqsTime(header.at)),
    leaf('QualificationConfirmationDate', toOqsDate(header.onDate)),
    leaf('MedicalInstitutionCode', header.institutionCode),
    leaf('ArbitraryFileIdentifier', header.fileIdentifier),
    leaf('ReferenceClassification', '1'),
    leaf('SegmentOfResult', header.error === undefined ? '1' : '9'),
    ...(header.error === undefined
      ? []
      : [leaf('ErrorCode', header.error.code), leaf('ErrorMessage', header.error.message)]),
    leaf('CharacterCodeIdentifier', characterCode[header.encoding].identifier),
  ]);
}
