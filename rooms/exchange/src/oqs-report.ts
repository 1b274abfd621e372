import { type Static, Type } from 'typebox';
import { OqsEncoding } from './oqs-encoding.ts';

const BilingualText = Type.Object({ ja: Type.String(), en: Type.String() });

/** One thing that is wrong, and where. Carries no text of the file but codes, so that reports can be passed on. */
export const OqsFinding = Type.Object({
  code: Type.String(),
  number: Type.String(),
  /** An `error` breaks the layout; a `warning` can be read but will make trouble. */
  severity: Type.Enum(['error', 'warning']),
  /** Tags from the root, with a position where a tag is repeated; the file's name for `file`. */
  path: Type.String(),
  line: Type.Optional(Type.Integer()),
  /** What was expected or found. */
  detail: Type.Optional(Type.String()),
  message: BilingualText,
});
export type OqsFinding = Static<typeof OqsFinding>;

/**
 * What `checkOqsFile` says of one file: `verified` (every rule that is known for this kind holds), `rejected`
 * (errors), `undetermined` (the layout of this kind is not known, so only its XML was looked at).
 */
export const OqsReport = Type.Object({
  fileName: Type.String(),
  status: Type.Enum(['verified', 'rejected', 'undetermined']),
  kind: Type.Union([Type.Object({ prefix: Type.String(), ...BilingualText.properties }), Type.Null()]),
  encoding: Type.Union([OqsEncoding, Type.Null()]),
  findings: Type.Array(OqsFinding),
});
export type OqsReport = Static<typeof OqsReport>;
