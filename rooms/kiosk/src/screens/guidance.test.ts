import { GuidanceAdvice, type GuidanceStep } from '@honnin/terminal/screen-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { setLocaleSource } from '../messages/follow-language.ts';
import { guidancePicture } from './guidance-picture.ts';
import { guidanceText } from './guidance-text.ts';

const everyAdvice = GuidanceAdvice.anyOf.map((each) => each.const);
afterEach(() => setLocaleSource(() => 'ja'));

describe('what the face screen says', () => {
  for (const locale of ['ja', 'en'] as const) {
    it(`has a sentence of its own for every piece of advice in ${locale}, short enough to read in passing`, () => {
      setLocaleSource(() => locale);
      const said = everyAdvice
        .filter((advice) => advice !== 'turn-further' && advice !== 'other-way')
        .map((advice) => guidanceText('look-straight', advice, 'turned'));
      expect(new Set(said).size).toBe(said.length);
      for (const sentence of said) expect(sentence.length).toBeLessThanOrEqual(locale === 'ja' ? 32 : 70);
    });
  }

  it('asks somebody who leaned in to lean back, and somebody who turned to turn back', () => {
    expect(guidanceText('look-back', null, 'leaned')).not.toBe(guidanceText('look-back', null, 'turned'));
    expect(guidanceText('look-back', null, 'turned')).toMatch(/正面/);
  });

  it('shows each hindrance without words', () => {
    const pictures = (
      [
        'remove-mask',
        'remove-dark-glasses',
        'hair-off-eyes',
        'hand-off-face',
        'calm-expression',
        'light-from-behind',
      ] as const
    ).map((advice) => guidancePicture('look-straight', advice, 'turned'));
    expect(new Set(pictures).size).toBe(6);
    expect(pictures).not.toContain(null);
  });

  it('shows which way to lean, and leaves turning to the arrow', () => {
    const of = (step: GuidanceStep, before: 'turned' | 'leaned') => guidancePicture(step, null, before);
    expect(of('lean-in', 'leaned')).toBe('closer');
    expect(of('look-back', 'leaned')).toBe('farther');
    expect(of('look-back', 'turned')).toBeNull();
    expect(of('turn-left', 'turned')).toBeNull();
  });
});
