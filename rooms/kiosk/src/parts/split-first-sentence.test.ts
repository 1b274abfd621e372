import { describe, expect, it } from 'vitest';
import { splitFirstSentence } from './split-first-sentence.ts';

describe('splitFirstSentence', () => {
  it('makes a heading of the first sentence in either language', () => {
    expect(splitFirstSentence('カメラを使えません。暗証番号をお選びください。')).toEqual([
      'カメラを使えません。',
      '暗証番号をお選びください。',
    ]);
    expect(splitFirstSentence('The camera stopped. Please try again.')).toEqual([
      'The camera stopped.',
      'Please try again.',
    ]);
  });

  it('keeps a single sentence whole', () => {
    expect(splitFirstSentence('Version 1.2 runs')).toEqual(['Version 1.2 runs', '']);
    expect(splitFirstSentence('お待ちください。')).toEqual(['お待ちください。', '']);
  });
});
