import { describe, expect, it } from 'vitest';
import { defineFailures, type Failure } from './failure-table.ts';

const text = { ja: '見本', en: 'sample' };
const page = (number: string): Failure => ({
  number,
  actor: 'staff',
  patient: text,
  staff: text,
  cause: text,
  remedy: text,
});

describe('defineFailures', () => {
  it('keeps a well-formed table and freezes it', () => {
    const table = defineFailures('C', { 'card-removed': page('C101') });
    expect(table['card-removed'].number).toBe('C101');
    expect(Object.isFrozen(table)).toBe(true);
  });

  it('refuses a code that is not kebab-case', () => {
    expect(() => defineFailures('C', { CardRemoved: page('C101') })).toThrow('kebab-case');
  });

  it('refuses a number of another room', () => {
    expect(() => defineFailures('C', { removed: page('F101') })).toThrow('must be C');
  });

  it('refuses one number for two codes', () => {
    expect(() => defineFailures('C', { removed: page('C101'), torn: page('C101') })).toThrow(
      'share the number',
    );
  });
});
