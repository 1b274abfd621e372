import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { CardClassification, codeLists } from './code-lists.ts';

describe('codeLists', () => {
  it('labels every code in Japanese and English', () => {
    for (const [name, list] of Object.entries(codeLists)) {
      for (const [code, label] of Object.entries(list)) {
        expect(label.ja.length * label.en.length, `${name} ${code}`).toBeGreaterThan(0);
      }
    }
  });

  it('accepts its codes and no others', () => {
    const check = Compile(CardClassification);
    expect(['01', '07', 'A1'].every((code) => check.Check(code))).toBe(true);
    expect(['1', '08', 'a1', ''].some((code) => check.Check(code))).toBe(false);
  });
});
