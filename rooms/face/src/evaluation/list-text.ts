import { type Attempt, done, failed, reason } from '@honnin/outcome';

/**
 * The text of a list (CSV). UTF-8 with or without its mark; anything else fails with `evaluation-list-malformed`
 * and what it seems to be, because guessing an encoding would turn names into other names.
 */
export function readListText(bytes: Uint8Array, file: string): Attempt<string> {
  const wrong = (what: string) => failed(reason('evaluation-list-malformed', `${file}: ${what}`));
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return wrong('it is UTF-16 (“Unicode text”); save it as “CSV UTF-8”');
  }
  if (first === 0x50 && second === 0x4b) return wrong('it is a spreadsheet; save it as “CSV UTF-8”');
  if (bytes.includes(0)) return wrong('it is no text');
  const text = decode('utf-8', bytes);
  if (text !== null) return done(text);
  const japanese = decode('shift_jis', bytes) !== null;
  return wrong(
    japanese
      ? 'it is not UTF-8, but probably Shift_JIS; save it as “CSV UTF-8”'
      : 'it is not UTF-8; save it as “CSV UTF-8”',
  );
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
