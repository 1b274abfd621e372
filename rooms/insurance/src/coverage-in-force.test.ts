import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCoverage, arbitraryDay } from '../test/arbitrary-coverage.ts';
import type { Coverage } from './coverage.ts';
import { coverageInForce, isInForce } from './coverage-in-force.ts';

const coverage = (dates: Partial<Coverage>): Coverage => ({
  cardClassification: '01',
  insurerNumber: '06139999',
  insurerName: '架空健康保険組合',
  number: '1',
  ...dates,
});

describe('isInForce', () => {
  it('counts the day of qualification and not the day of loss', () => {
    const period = coverage({ qualifiedOn: '2026-04-01', lostOn: '2026-10-31' });
    expect(isInForce(period, '2026-03-31')).toBe(false);
    expect(isInForce(period, '2026-04-01')).toBe(true);
    expect(isInForce(period, '2026-10-30')).toBe(true);
    expect(isInForce(period, '2026-10-31')).toBe(false);
  });

  it('counts the last day of a certificate', () => {
    const period = coverage({ validFrom: '2025-08-01', validTo: '2026-07-31' });
    expect(isInForce(period, '2026-07-31')).toBe(true);
    expect(isInForce(period, '2026-08-01')).toBe(false);
  });

  it('keeps a person covered whose new certificate begins later than their qualification', () => {
    expect(isInForce(coverage({ qualifiedOn: '2020-04-01', validFrom: '2026-08-01' }), '2026-05-01')).toBe(
      true,
    );
  });
});

describe('coverageInForce', () => {
  it('returns some of its input, all in force, whatever the dates are', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCoverage, { maxLength: 6 }), arbitraryDay, (coverages, day) => {
        const found = coverageInForce(coverages, day);
        expect(found.every((one) => coverages.includes(one) && isInForce(one, day))).toBe(true);
        expect(found.length).toBe(coverages.filter((one) => isInForce(one, day)).length);
      }),
    );
  });

  it('puts medical aid after insurance, and the later insurance first', () => {
    const old = coverage({ qualifiedOn: '2020-01-01' });
    const recent = coverage({ qualifiedOn: '2026-01-01' });
    const aid = coverage({ cardClassification: 'A1', qualifiedOn: '2026-05-01' });
    expect(coverageInForce([aid, old, recent], '2026-11-24')).toEqual([recent, old, aid]);
  });

  it('never brings a lost coverage back on a later day', () => {
    fc.assert(
      fc.property(arbitraryCoverage, arbitraryDay, arbitraryDay, (one, a, b) => {
        fc.pre(one.lostOn !== undefined && a >= one.lostOn && b > a);
        expect(isInForce(one, b)).toBe(false);
      }),
    );
  });
});
