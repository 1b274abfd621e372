import { shippedManifest } from '@honnin/face';
import { describe, expect, it } from 'vitest';
import { statedRate } from './stated-rate.ts';

describe('statedRate', () => {
  it('states the shipped rate from the shipped threshold on', () => {
    expect(statedRate(shippedManifest, 0.49)).toBe(1e-4);
    expect(statedRate(shippedManifest, 0.9)).toBe(1e-4);
  });

  it('does not state the shipped rate for a laxer threshold (a terminal that claims more than it does)', () => {
    expect(statedRate(shippedManifest, 0.42)).toBe(4.0e-3);
    expect(statedRate(shippedManifest, 0.4899)).toBe(6.9e-4);
  });

  it('states that nothing is known where some group was not measured', () => {
    expect(statedRate(shippedManifest, 0.3)).toBe(1);
  });
});
