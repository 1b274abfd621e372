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
  screenPattern: 30,
  paperSeam: 1,
  framedShare: 0,
  headTurn: 'met',
  leanIn: 'not-asked',
  stream: 'live',
  suspicions: [],
  weakestMoment: { moment: 'turn-1', similarity: 0.5 },
  eyes: 'open',
  ended: null,
  photoTelling: true,
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

  it('does not call a face another one by a photo that hardly shows one, and does not accept it either', () => {
    const poor = {
      comparison: { similarity: 0.2, frames: 5 },
      photoTelling: false,
      remarks: [reason('photo-poor')],
    };
    expect(decide(poor).status).toBe('undetermined');
    expect(codes(poor)).toEqual(['photo-poor']);
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

  it('does not verify a match in which one moment shows somebody else', () => {
    const other = {
      weakestMoment: { moment: 'turn-2', similarity: defaultFacePolicy.momentThreshold - 0.01 },
    };
    expect(decide(other).status).toBe('undetermined');
    expect(codes(other)).toEqual(['moments-disagree']);
  });

  it('leaves a suspect stream undetermined, unless something may stand in for a camera', () => {
    const suspect = { stream: 'suspect' as const, suspicions: [reason('stream-frozen')] };
    expect(decide(suspect)).toMatchObject({
      status: 'undetermined',
      liveness: { stream: 'suspect', relaxed: [] },
    });
    expect(codes(suspect)).toEqual(['stream-frozen']);
    const policy = { ...defaultFacePolicy, relaxations: ['stand-in-camera'] as const };
    expect(decide({ ...suspect, policy })).toMatchObject({
      status: 'verified',
      liveness: { stream: 'suspect', relaxed: ['stand-in-camera'] },
    });
    expect(codes({ ...suspect, policy })).toEqual(['stand-in-camera-relaxed']);
    expect(decide({ policy }).liveness.relaxed).toEqual([]);
  });

  it('screen: leaves a face with the pattern of a screen for the staff to look at', () => {
    const shown = { screenPattern: defaultFacePolicy.maximumScreenPattern + 1 };
    expect(decide(shown).status).toBe('undetermined');
    expect(codes(shown)).toEqual(['screen-pattern-seen']);
  });

  it('half mask: leaves a face with a straight seam across it for the staff to look at', () => {
    const covered = { paperSeam: defaultFacePolicy.maximumPaperSeam + 1 };
    expect(decide(covered).status).toBe('undetermined');
    expect(codes(covered)).toEqual(['paper-seam-seen']);
    expect(decide({ paperSeam: defaultFacePolicy.maximumPaperSeam }).status).toBe('verified');
  });

  it('replay on a screen: leaves a face inside a frame for the staff, but for a single frame of many', () => {
    expect(decide({ framedShare: 0.4 }).status).toBe('undetermined');
    expect(codes({ framedShare: 0.4 })).toEqual(['picture-frame-seen']);
    expect(decide({ framedShare: 1 / 7 }).status).toBe('verified');
  });

  it('leaves whoever leaned in for the staff to look at', () => {
    const leaned = { headTurn: 'not-asked' as const, leanIn: 'met' as const };
    expect(decide(leaned).status).toBe('undetermined');
    expect(codes(leaned)).toEqual(['lean-in-needs-staff']);
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
      ...codes({
        suspicions: ['camera-virtual', 'stream-frozen', 'stream-looped', 'stream-without-noise'].map((code) =>
          reason(code),
        ),
        weakestMoment: { moment: 'back', similarity: 0 },
        screenPattern: 1000,
        ended: reason('lean-in-not-seen'),
      }),
      ...codes({ suspicions: [reason('stream-timing')], leanIn: 'met', headTurn: 'not-asked' }),
      ...codes({
        suspicions: [reason('stream-timing')],
        policy: { ...defaultFacePolicy, relaxations: ['stand-in-camera'] },
      }),
      ...codes({ headTurn: 'not-met', passive: 0, comparison: { similarity: 0, frames: 3 } }),
    ];
    expect(all.length).toBeGreaterThan(4);
    for (const code of all) expect(Object.keys(faceFailures)).toContain(code);
  });
});
