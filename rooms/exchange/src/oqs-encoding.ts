import { type Static, Type } from 'typebox';

/** Character encodings of OQS files; Shift_JIS is meant with Microsoft's extensions (CP932). */
export const OqsEncoding = Type.Enum(['utf-8', 'shift_jis']);
export type OqsEncoding = Static<typeof OqsEncoding>;
