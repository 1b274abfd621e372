import { describe, expect, it } from 'vitest';
import { nextKind, pressResidenceKey } from './residence-number.ts';

const typing = (keys: readonly string[]) => keys.reduce((typed, key) => pressResidenceKey(typed, key), '');

describe('the number of a residence card, typed', () => {
  it('becomes capitals by itself, and stops at twelve', () => {
    expect(typing([...'xv20260401naq1'])).toBe('XV20260401NA');
    expect(nextKind('XV20260401NA')).toBeNull();
  });

  it('takes full-width characters of a Japanese keyboard', () => {
    expect(typing([...'ＸＶ２０２６０４０１ＮＡ'])).toBe('XV20260401NA');
  });

  it('hears no digit where a letter stands, and no letter where a digit stands', () => {
    expect(typing([...'0AO1B'])).toBe('AO1');
    expect(typing(['Shift', 'A', 'あ', ' ', '-', 'B'])).toBe('AB');
  });

  it('is deleted from behind, and cleared', () => {
    expect(typing(['A', 'B', '1', 'delete', 'delete'])).toBe('A');
    expect(typing(['A', 'B', '1', 'clear'])).toBe('');
    expect(typing(['delete'])).toBe('');
  });
});
