import { reason } from '@honnin/outcome';
import { describe, expect, it } from 'vitest';
import { faceFailures } from '../failures.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { defaultFacePolicy } from './face-policy.ts';
import { decideFace, type VerdictInput } from './face-verdict.ts';

const good: VerdictInput = {
  policy: defaultFacePolicy,
  manifest: shippedManifest,
  comparison: { similarity: 0.7, frames: 5 },
  passive: 0.97,
  headTurn: 'met',
  leanIn: 'not-asked',
  stream: 'live',
  eyes: 'open',
  ended: null,
  remarks: [],
};

const decide = (change: Partial<VerdictInput>) => decideFace({ ...good, ...change });
const codes = (change: Partial<VerdictInput>) => decide(change).reasons.map(({ code }) => code);

describe('decideFace', () => {
  it('verifies a matching face that is alive, and names model, threshold and rate', () => {
    expect(decide({})).toMatchObject({
      status: 'verified',
      threshold: defaultFacePolicy.threshold,
      falseMatchRate: defaultFacePolicy.falseMatchRate,
      model: { sha256: shippedManifest.recogniser.sha256 },
      reasons: [],
    });
  });

  it('rejects a face under the threshold', () => {
    const below = { comparison: { similarity: 0.479, frames: 5 } };
    expect(decide(below).status).toBe('rejected');
    expect(codes(below)).toEqual(['face-does-not-match']);
  });

  it('is undetermined with too few frames, whatever they look like', () => {
    for (const similarity of [0.1, 0.9]) {
      const few = { comparison: { similarity, frames: 2 }, ended: reason('time-limit') };
      expect(decide(few).status).toBe('undetermined');
      expect(codes(few)).toEqual(['time-limit', 'too-few-frames', 'passive-liveness-low'].slice(0, 2));
    }
    expect(decide({ comparison: null, passive: null }).similarity).toBeNull();
  });

  it('never verifies a matching face whose liveness is not proven', () => {
    expect(decide({ headTurn: 'not-met', ended: reason('head-turn-not-seen') }).status).toBe('undetermined');
    expect(decide({ headTurn: 'not-met', ended: reason('face-is-flat') }).status).toBe('rejected');
    expect(decide({ headTurn: 'not-asked' }).status).toBe('undetermined');
    expect(decide({ passive: 0.49 }).status).toBe('rejected');
    expect(decide({ passive: null }).status).toBe('undetermined');
    expect(decide({ ended: reason('time-limit') }).status).toBe('undetermined');
  });

  it('records a relaxed passive score and does not judge by it', () => {
    const policy = { ...defaultFacePolicy, relaxations: ['rendered-people-passive-liveness'] as const };
    const result = decide({ policy, passive: 0.01 });
    expect(result.status).toBe('verified');
    expect(result.liveness).toMatchObject({ passive: 0.01, relaxed: policy.relaxations });
    expect(result.reasons.map(({ code }) => code)).toEqual(['passive-liveness-relaxed']);
  });

  it('calls an unfinished session neither a match nor a mismatch', () => {
    expect(decide({ comparison: { similarity: 0.1, frames: 4 }, ended: reason('not-finished') }).status).toBe(
      'undetermined',
    );
  });

  it('uses only codes of the failure table', () => {
    const all = [
      ...codes({ headTurn: 'not-asked', passive: null, comparison: null }),
      ...codes({ headTurn: 'not-met', passive: 0, comparison: { similarity: 0, frames: 3 } }),
    ];
    expect(all.length).toBeGreaterThan(4);
    for (const code of all) expect(Object.keys(faceFailures)).toContain(code);
  });
});
