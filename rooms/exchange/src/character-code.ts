import type { OqsEncoding } from './oqs-encoding.ts';

/** CharacterCodeIdentifier (OQSCD005) and the name in the XML declaration, for each encoding. */
export const characterCode: Readonly<
  Record<OqsEncoding, { readonly identifier: '0' | '1'; readonly declared: string }>
> = {
  'utf-8': { identifier: '0', declared: 'UTF-8' },
  shift_jis: { identifier: '1', declared: 'Shift_JIS' },
};
