import iconv from 'iconv-lite';
import type { OqsEncoding } from './oqs-encoding.ts';
import type { Substitution } from './substitution.ts';

/** What hospitals receive in place of a character that cannot be carried. */
const mark = '●';

/** The same JIS X 0208 character under its two Unicode names: CP932 knows the right-hand one. */
const sameCharacter: Readonly<Record<string, string>> = {
  '\u301C': '\uFF5E',
  '\u2016': '\u2225',
  '\u2212': '\uFF0D',
  '\u2014': '\u2015',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
  '\u00A5': '\uFFE5',
  '\u203E': '\uFFE3',
  '\u00A6': '\uFFE4',
};

/** A character with the variation selector or voicing mark that follows it. */
const unit = /[\s\S][\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u3099\u309A]*/gu;
const selector = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu;
/** XML 1.0 2.2 (Char), without lone surrogates and without private use, which means nothing elsewhere. */
const allowedInXml = /^[\t\n\r\u0020-\uD7FF\uF900-\uFFFD\u{10000}-\u{EFFFD}]+$/u;

/**
 * Makes a text fit the encoding of a file and says what was lost. In UTF-8 every character stays but those
 * that XML cannot hold. In Shift_JIS a variant (IVS) is written as its base character, and a character
 * outside CP932 as ●; both are listed, so that staff can see the registered name beside the written one.
 */
export function substituteCharacters(
  text: string,
  encoding: OqsEncoding,
  where: string,
): { text: string; substitutions: Substitution[] } {
  const substitutions: Substitution[] = [];
  const written = text.replace(unit, (character) => {
    const replacedBy = encoding === 'utf-8' ? fitUnicode(character) : fitCp932(character);
    if (replacedBy.lost) substitutions.push({ character, replacedBy: replacedBy.text, where });
    return replacedBy.text;
  });
  return { text: written, substitutions };
}

function fitUnicode(character: string): { text: string; lost: boolean } {
  return allowedInXml.test(character) ? { text: character, lost: false } : { text: mark, lost: true };
}

function fitCp932(character: string): { text: string; lost: boolean } {
  const base = character.replace(selector, '');
  const composed = /[\u3099\u309A]/u.test(base) ? base.normalize('NFC') : base;
  const same = sameCharacter[composed] ?? composed;
  if (!allowedInXml.test(same) || !inCp932(same)) return { text: mark, lost: true };
  return { text: same, lost: base !== character };
}

function inCp932(text: string): boolean {
  return iconv.decode(iconv.encode(text, 'cp932'), 'cp932') === text;
}
