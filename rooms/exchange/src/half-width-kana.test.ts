import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFullWidthKana } from './full-width-kana.ts';
import { toHalfWidthKana } from './half-width-kana.ts';

const letters = [
  ...'アイウエオヴカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモヤユヨラリルレロワヲンァィゥェォッャュョー・　（）',
];

describe('toHalfWidthKana', () => {
  it('writes voicing marks as letters of their own', () => {
    expect(toHalfWidthKana('ガッコウ　パパ', 'NameKana').text).toBe('ｶﾞｯｺｳ ﾊﾟﾊﾟ');
  });

  it('writes the nearest letter for one that has no half-width form, and says so', () => {
    expect(toHalfWidthKana('ヰヱ', 'NameKana')).toEqual({
      text: 'ｲｴ',
      substitutions: [
        { character: 'ヰ', replacedBy: 'ｲ', where: 'NameKana' },
        { character: 'ヱ', replacedBy: 'ｴ', where: 'NameKana' },
      ],
    });
  });

  it('comes back as it was (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters)), (parts) => {
        const kana = parts.join('');
        const { text, substitutions } = toHalfWidthKana(kana, 'NameKana');
        expect(substitutions).toEqual([]);
        expect(text).toMatch(/^[ -~\uFF61-\uFF9F]*$/);
        expect(toFullWidthKana(text)).toBe(kana);
      }),
    );
  });
});
