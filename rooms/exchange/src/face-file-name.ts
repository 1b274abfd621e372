import { toOqsTime } from './oqs-time.ts';

/** What tells one face result from every other. */
export interface FaceFileNameParts {
  /** Ten digits. */
  readonly institutionCode: string;
  /** Never used twice by this institution, not even within one second. */
  readonly counter: bigint;
  readonly at: Date;
}

/** The names that hospital systems watch for. */
export const faceFileNamePattern = /^OQSsiquc01res_face_.+_([0-9]{14})\.xml$/;

/** One digit in the middle part that says what was looked up: a My Number card (OQSCD002). */
const kind = '1';

/**
 * Name of a face result: institution, kind and a counter of 17 digits in the middle, the time in Japan at
 * the end. The middle part is always there, since some readers insist on it.
 */
export function faceFileName(parts: FaceFileNameParts): string {
  const counter = parts.counter.toString().padStart(17, '0');
  if (counter.length > 17) throw new Error('the counter has more than 17 digits');
  return `OQSsiquc01res_face_${parts.institutionCode}${kind}${counter}_${toOqsTime(parts.at)}.xml`;
}
