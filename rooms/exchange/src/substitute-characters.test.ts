import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { substituteCharacters } from './substitute-characters.ts';

const inShiftJis = (text: string) => substituteCharacters(text, 'shift_jis', 'Name');

describe('substituteCharacters', () => {
  it('keeps the extensions of CP932, such as the ladder 髙 and the standing 﨑', () => {
    expect(inShiftJis('髙﨑①')).toEqual({ text: '髙﨑①', substitutions: [] });
  });

  it('writes a variant as its base character and a character outside as a mark', () => {
    expect(inShiftJis('辻\u{E0101}𠀋鷗').text).toBe('辻●●');
    expect(inShiftJis('辻\u{E0101}').substitutions).toEqual([
      { character: '辻\u{E0101}', replacedBy: '辻', where: 'Name' },
    ]);
  });

  it('treats the two Unicode names of one JIS character as the same', () => {
    expect(inShiftJis('１〜２−３')).toEqual({ text: '１～２－３', substitutions: [] });
  });

  it('lets no private character through, which would mean another one at the hospital', () => {
    expect(substituteCharacters('\uE000', 'utf-8', 'Name').text).toBe('●');
    expect(inShiftJis('\uE000').text).toBe('●');
  });

  it('lets no control character and no half of a character through', () => {
    expect(substituteCharacters('a\u0000\uD842b', 'utf-8', 'Name').text).toBe('a●●b');
  });

  it('always gives a text that the encoding carries, and is silent only if nothing was lost (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: written } = inShiftJis(text);
        expect(iconv.decode(iconv.encode(written, 'cp932'), 'cp932')).toBe(written);
        const again = inShiftJis(written);
        expect(again).toEqual({ text: written, substitutions: [] });
      }),
    );
  });
});
