import { describe, expect, it } from 'vitest';
import { describeStatusWord, isLocked, triesLeftOf } from './status-word.ts';

describe('status words', () => {
  it('counts the tries of 63Cx and of nothing else', () => {
    expect(triesLeftOf(0x63c3)).toBe(3);
    expect(triesLeftOf(0x63c0)).toBe(0);
    expect(triesLeftOf(0x6300)).toBeUndefined();
    expect(triesLeftOf(0x9000)).toBeUndefined();
  });

  it('takes 6983 and 6984 alike for locked', () => {
    expect([0x6983, 0x6984, 0x6982].map(isLocked)).toEqual([true, true, false]);
  });

  it('says what it means', () => {
    expect(describeStatusWord(0x6a82)).toBe('6A82 application or file not found');
    expect(describeStatusWord(0x63c0)).toBe('63C0 wrong value; no tries left, the secret is locked');
    expect(describeStatusWord(0x63c2)).toBe('63C2 wrong value, tries left: 2');
    expect(describeStatusWord(0x6c10)).toBe('6C10 wrong Le');
    expect(describeStatusWord(0x1234)).toBe('1234 unknown to us');
  });

  it('knows every word that the card has been seen to give, in words of its own for each', () => {
    const seen = [
      ...[0x9000, 0x6282, 0x6300, 0x63c0, 0x63c1, 0x66f1, 0x6700, 0x6981, 0x6982, 0x6983, 0x6984],
      ...[0x6985, 0x6986, 0x6987, 0x6988, 0x69fc, 0x6a80, 0x6a82, 0x6a83, 0x6a86, 0x6a88, 0x6b00],
      ...[0x6d00, 0x6e00, 0x6f00],
    ];
    const said = seen.map((word) => describeStatusWord(word).slice(5));
    expect(said.filter((text) => text === 'unknown to us')).toEqual([]);
    expect(new Set(said).size).toBe(seen.length);
  });
});
