import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullWidthKana, fullWidthName } from './full-width.ts';

describe('fullWidthKana', () => {
  it.each([
    ['ﾐﾎﾝ ﾀﾛｳ', 'ミホン　タロウ'],
    ['みほん たろう', 'ミホン　タロウ'],
    ['ﾊﾞﾝﾊﾟｰ', 'バンパー'],
    [' ミホン　　タロウ ', 'ミホン　タロウ'],
  ])('turns %s into %s', (typed, registered) => {
    expect(fullWidthKana(typed)).toBe(registered);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (words) => fullWidthKana(fullWidthKana(words)) === fullWidthKana(words)),
    );
  });
});

describe('fullWidthName', () => {
  it('keeps the letters and parts them by one full-width space', () => {
    expect(fullWidthName('見本 太郎')).toBe('見本　太郎');
  });
});
