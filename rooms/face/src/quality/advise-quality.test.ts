import { describe, expect, it } from 'vitest';
import { adviseQuality, adviseStraight } from './advise-quality.ts';

const quality = {
  brightness: 130,
  burnt: 0,
  drowned: 0.01,
  sharpness: 0.2,
  coverage: 1,
  mouthPallor: -0.03,
  mouthEdges: 0.15,
};
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

  it('asks to open the eyes', () => {
    expect(adviseStraight(pose, quality, 0.95)).toBe('open-eyes');
  });
});
