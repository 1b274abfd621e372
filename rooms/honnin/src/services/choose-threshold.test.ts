import { shippedManifest } from '@honnin/face';
import { describe, expect, it } from 'vitest';
import { chooseThreshold } from './choose-threshold.ts';

const group = 'East Asian, with this code';

describe('chooseThreshold', () => {
  it('takes the shipped threshold and its stated rate when nothing is wished', () => {
    expect(chooseThreshold(shippedManifest, undefined)).toEqual({
      status: 'done',
      value: { threshold: 0.48, falseMatchRate: 1e-3 },
    });
  });

  it('takes the lowest threshold that keeps the rate within the group', () => {
    expect(chooseThreshold(shippedManifest, { group, falseMatchRate: 1e-3 })).toMatchObject({
      value: { threshold: 0.48, falseMatchRate: 6.1e-4 },
    });
    expect(chooseThreshold(shippedManifest, { group, falseMatchRate: 5e-4 })).toMatchObject({
      value: { threshold: 0.5, falseMatchRate: 4.2e-4 },
    });
  });

  it('never goes below the shipped threshold, whatever a milder group would allow', () => {
    const chosen = chooseThreshold(shippedManifest, {
      group: 'everybody in the set, with this code',
      falseMatchRate: 1e-3,
    });
    expect(chosen).toMatchObject({ value: { threshold: 0.48, falseMatchRate: 8e-6 } });
  });

  it.each([
    { group, falseMatchRate: 1e-4 },
    { group: 'nobody', falseMatchRate: 1e-3 },
    { group: 'women', falseMatchRate: 1e-3 },
  ])('names what was measured when there is nothing for %o', (wish) => {
    expect(chooseThreshold(shippedManifest, wish)).toMatchObject({
      status: 'failed',
      reason: {
        code: 'face-rate-not-measured',
        detail: expect.stringContaining(`“${group}” 0.00042 (threshold 0.5)`),
      },
    });
  });
});
