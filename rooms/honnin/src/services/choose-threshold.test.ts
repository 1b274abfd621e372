import { shippedManifest } from '@honnin/face';
import { describe, expect, it } from 'vitest';
import { chooseThreshold } from './choose-threshold.ts';

const group = 'East Asian names, by pictures';

describe('chooseThreshold', () => {
  it('takes the shipped threshold and its stated rate when nothing is wished', () => {
    expect(chooseThreshold(shippedManifest, undefined)).toEqual({
      status: 'done',
      value: { threshold: 0.49, falseMatchRate: 1e-4 },
    });
  });

  it('takes the lowest threshold that keeps the rate within the group', () => {
    expect(chooseThreshold(shippedManifest, { group, falseMatchRate: 1e-3 })).toMatchObject({
      value: { threshold: 0.49, falseMatchRate: 4.9e-4 },
    });
    expect(chooseThreshold(shippedManifest, { group, falseMatchRate: 2e-4 })).toMatchObject({
      value: { threshold: 0.52, falseMatchRate: 1.2e-4 },
    });
  });

  it('never goes below the shipped threshold, whatever a milder group would allow', () => {
    const chosen = chooseThreshold(shippedManifest, {
      group: 'everybody',
      falseMatchRate: 1e-3,
    });
    expect(chosen).toMatchObject({ value: { threshold: 0.49, falseMatchRate: 4.6e-6 } });
  });

  it.each([
    { group, falseMatchRate: 1e-4 },
    { group: 'nobody', falseMatchRate: 1e-3 },
    { group: 'women', falseMatchRate: 1e-6 },
  ])('names what was measured when there is nothing for %o', (wish) => {
    expect(chooseThreshold(shippedManifest, wish)).toMatchObject({
      status: 'failed',
      reason: {
        code: 'face-rate-not-measured',
        detail: expect.stringContaining(`“${group}” 0.00041 (threshold 0.5)`),
      },
    });
  });
});
