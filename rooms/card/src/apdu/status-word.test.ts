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
    expect(describeStatusWord(0x63c2)).toBe('63C2 wrong value, tries left: 2');
    expect(describeStatusWord(0x6c10)).toBe('6C10 wrong Le');
    expect(describeStatusWord(0x1234)).toBe('1234 unknown to us');
  });
});
