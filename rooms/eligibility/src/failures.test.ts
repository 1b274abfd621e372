import { identificationFailures } from '@honnin/identification';
import { pkiFailures } from '@honnin/pki';
import { describe, expect, it } from 'vitest';
import { eligibilityFailures } from './failures.ts';

describe('eligibilityFailures', () => {
  it('has no code that the tables of the rooms below have, so that a code names one page', () => {
    const below = new Set([...Object.keys(identificationFailures), ...Object.keys(pkiFailures)]);
    expect(Object.keys(eligibilityFailures).filter((code) => below.has(code))).toEqual([]);
  });
});
