import { describe, expect, it } from 'vitest';
import { formatAge, formatDate } from './format-date.ts';

describe('formatDate', () => {
  it('gives the western and the era year in both languages', () => {
    expect(formatDate('1984-05-12', 'ja')).toBe('1984年5月12日（昭和59年）');
    expect(formatDate('1984-05-12', 'en')).toBe('12 May 1984 (Showa 59)');
  });
});

describe('formatAge', () => {
  it('counts years', () => {
    expect(formatAge('1984-05-12', '2026-11-23', 'ja')).toBe('42歳');
    expect(formatAge('1984-05-12', '2026-11-23', 'en')).toBe('age 42');
  });

  it('counts months below two years, where a year says too little', () => {
    expect(formatAge('2025-12-15', '2026-11-23', 'ja')).toBe('11か月');
  });
});
