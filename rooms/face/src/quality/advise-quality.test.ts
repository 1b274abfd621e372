import { describe, expect, it } from 'vitest';
import { goodQuality as quality } from '../../test/good-quality.ts';
import { adviseQuality, adviseStraight } from './advise-quality.ts';

const pose = { yaw: 0, pitch: 0.55, roll: 0, eyeDistance: 50 };

describe('adviseQuality', () => {
  it('says nothing to a good picture', () => {
    expect(adviseQuality(quality)).toBeNull();
  });

  it.each([
    ['too-dark', { brightness: 40 }],
    ['too-dark', { drowned: 0.5 }],
    ['too-bright', { brightness: 230 }],
    ['too-bright', { burnt: 0.3 }],
    ['hold-still', { sharpness: 0.05 }],
    ['move-to-centre', { coverage: 0.8 }],
  ] as const)('says %s', (advice, change) => {
    expect(adviseQuality({ ...quality, ...change })).toBe(advice);
  });

  it('no longer says what the session has said for long enough, but never takes a cut face', () => {
    const spent = new Set(['hold-still', 'move-to-centre'] as const);
    expect(adviseQuality({ ...quality, sharpness: 0.05, spent })).toBeNull();
    expect(adviseQuality({ ...quality, coverage: 0.8, spent })).toBe('move-to-centre');
  });
});

describe('adviseStraight', () => {
  it('says nothing to a straight, uncovered face with open eyes', () => {
    expect(adviseStraight(pose, quality, 0.1)).toBeNull();
  });

  it('asks to face the camera, whichever way the head is off', () => {
    for (const off of [{ yaw: -0.2 }, { yaw: 0.2 }, { roll: 25 }, { pitch: 0.05 }, { pitch: 1 }]) {
      expect(adviseStraight({ ...pose, ...off }, quality, 0)).toBe('face-the-camera');
    }
  });

  it('asks to uncover the face when the mouth is pale and without edges, not when it is only one', () => {
    const advise = (mouthPallor: number, mouthEdges: number) =>
      adviseStraight(pose, { ...quality, mouthPallor, mouthEdges }, 0);
    expect(advise(0.07, 0.07)).toBe('uncover-face');
    expect(advise(0.07, 0.2)).toBeNull();
    expect(advise(-0.03, 0.07)).toBeNull();
  });

  it.each([
    ['remove-mask', { occlusion: 'mask' }],
    ['remove-dark-glasses', { occlusion: 'dark-glasses' }],
    ['hand-off-face', { occlusion: 'hand' }],
    ['hair-off-eyes', { occlusion: 'hair' }],
    ['light-from-behind', { brightness: 60, surroundings: 200 }],
    ['too-dark', { sideLight: 0.6 }],
    ['too-dark', { drowned: 0.2 }],
    ['too-bright', { burnt: 0.05 }],
    ['calm-expression', { mouth: { opening: 0.6, width: 0.9 } }],
  ] as const)('says %s', (advice, change) => {
    expect(adviseStraight(pose, { ...quality, ...change }, 0)).toBe(advice);
  });

  it('speaks of a mask before the pose, since a mask bends the landmarks that the pose is read from', () => {
    expect(adviseStraight({ ...pose, pitch: 0.1 }, { ...quality, occlusion: 'mask' }, 0)).toBe('remove-mask');
  });

  it('does not take a dark face before a white wall for light from behind', () => {
    expect(adviseStraight(pose, { ...quality, brightness: 70, surroundings: 180 }, 0)).toBeNull();
  });

  it('asks to open the eyes when they are closed, or plainly narrower than the person’s own', () => {
    expect(adviseStraight(pose, quality, 0.99)).toBe('open-eyes');
    expect(adviseStraight(pose, { ...quality, eyeShare: 0.65 }, 0)).toBe('open-eyes');
    expect(adviseStraight(pose, { ...quality, eyeShare: 0.85 }, 0.3)).toBe('open-eyes');
  });

  it('leaves narrow eyes in peace when they are the person’s own', () => {
    expect(adviseStraight(pose, { ...quality, eyeOpening: 0.12, eyeShare: 1 }, 0.6)).toBeNull();
  });

  it('takes a doubtful hindrance after having said so long enough, a sure mask never', () => {
    const spent = new Set(['remove-mask', 'hand-off-face'] as const);
    const covered = { ...quality, spent, occlusion: 'mask' } as const;
    expect(adviseStraight(pose, { ...quality, spent, occlusion: 'hand' }, 0)).toBeNull();
    const scores = (mask: number) => ({ ...quality.occlusionScores, mask });
    expect(adviseStraight(pose, { ...covered, occlusionScores: scores(0.3) }, 0)).toBeNull();
    expect(adviseStraight(pose, { ...covered, occlusionScores: scores(0.99) }, 0)).toBe('remove-mask');
  });
});
