import { faceFileName } from './face-file-name.ts';
import { faceHeader } from './face-header.ts';
import { group, leaf } from './oqs-element.ts';
import type { OqsEncoding } from './oqs-encoding.ts';
import { serializeOqs } from './serialize-oqs.ts';
import { substituteCharacters } from './substitute-characters.ts';
import type { OqsFile } from './write-face-result.ts';

export interface FaceErrorOptions {
  readonly institutionCode: string;
  readonly encoding: OqsEncoding;
  readonly fileIdentifier: string;
  readonly counter: bigint;
  readonly at: Date;
  /** `YYYY-MM-DD` */
  readonly onDate: string;
  /** The number of a failure and its text for staff; the official list of codes is not public. */
  readonly error: { readonly code: string; readonly message: string };
}

/**
 * A face result that says that the check failed (SegmentOfResult 9, ProcessingResultStatus 2): no validity,
 * no person.
 */
export function writeFaceError(options: FaceErrorOptions): OqsFile {
  const message = substituteCharacters(options.error.message, options.encoding, 'ErrorMessage');
  const error = { code: options.error.code, message: message.text };
  const body = group('MessageBody', [
    leaf('ProcessingResultStatus', '2'),
    leaf('ProcessingResultCode', error.code),
    leaf('ProcessingResultMessage', error.message),
  ]);
  return {
    fileName: faceFileName(options),
    bytes: serializeOqs(group('XmlMsg', [faceHeader({ ...options, error }), body]), options.encoding),
    substitutions: message.substitutions,
  };
}
