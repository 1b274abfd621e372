import { describe, expect, it } from 'vitest';
import { goodQuality } from '../../test/good-quality.ts';
import { listComponents, type MeasuredFace } from './list-components.ts';
import { occlusionLimits } from './occlusion-probe.ts';
import { liveLimits, photoLimits } from './quality-limits.ts';
import { unifiedQuality } from './unified-quality.ts';

const face = { x: 260, y: 160, width: 120, height: 160, score: 0.99 };
const good: MeasuredFace = {
  image: { width: 640, height: 480, data: new Uint8Array(0) },
  face,
  others: [],
  pose: { yaw: 0.02, pitch: 0.53, roll: 1, eyeDistance: 55 },
  quality: goodQuality,
  eyesClosed: 0,
  norm: 3.8,
};

const missed = (change: Partial<MeasuredFace>, limits = liveLimits as typeof photoLimits) =>
  listComponents({ ...good, ...change }, limits)
    .filter(({ met }) => !met)
    .map(({ component, advice }) => [component, advice]);

const scores = (change: Partial<typeof goodQuality.occlusionScores>) => ({
  quality: { ...goodQuality, occlusionScores: { ...goodQuality.occlusionScores, ...change } },
});

describe('listComponents', () => {
  it('finds a good face good, with advice nowhere', () => {
    const components = listComponents(good, liveLimits);
    expect(components.every(({ met, advice, sentence }) => met && advice === null && sentence === null)).toBe(
      true,
    );
  });

  it.each([
    ['single-face-present', 'several-faces', { others: [{ ...face, x: 20 }] }],
    ['head-size', 'move-back', { pose: { ...good.pose, eyeDistance: 80 } }],
    ['inter-eye-distance', 'come-closer', { pose: { ...good.pose, eyeDistance: 25 } }],
    ['head-pose-yaw', 'face-the-camera', { pose: { ...good.pose, yaw: -0.3 } }],
    ['head-pose-pitch', 'face-the-camera', { pose: { ...good.pose, pitch: 0.1 } }],
    ['head-pose-roll', 'face-the-camera', { pose: { ...good.pose, roll: -30 } }],
    ['eyes-open', 'open-eyes', { eyesClosed: 0.99 }],
    ['recogniser-norm', 'uncover-face', { norm: 2.9 }],
    ['mouth-occlusion-prevention', 'remove-mask', scores({ mask: occlusionLimits.mask + 0.01 })],
    ['eyes-visible', 'remove-dark-glasses', scores({ 'dark-glasses': 0.9 })],
    ['eyes-visible', 'hair-off-eyes', scores({ hair: 0.9 })],
    ['crop-of-the-face-image', 'move-to-centre', { quality: { ...goodQuality, coverage: 0.9 } }],
    ['sharpness', 'hold-still', { quality: { ...goodQuality, sharpness: 0.05 } }],
    ['illumination-uniformity', 'too-dark', { quality: { ...goodQuality, sideLight: 0.7 } }],
    ['back-light', 'light-from-behind', { quality: { ...goodQuality, brightness: 60, surroundings: 210 } }],
    ['over-exposure-prevention', 'too-bright', { quality: { ...goodQuality, burnt: 0.1 } }],
    ['mouth-closed', 'calm-expression', { quality: { ...goodQuality, mouth: { opening: 0.6, width: 1 } } }],
  ] as const)('misses %s alone, and says %s', (component, advice, change) => {
    expect(missed(change)).toEqual([[component, advice]]);
  });

  it('lets the small frame of a chip photo be near, and a chip photo have a norm of 3.1', () => {
    const chip = { image: { width: 240, height: 320, data: new Uint8Array(0) }, norm: 3.1 };
    expect(missed(chip, photoLimits)).toEqual([]);
    expect(missed(chip).map(([component]) => component)).toEqual(['head-size', 'recogniser-norm']);
  });

  it('counts what cannot be told as met', () => {
    expect(missed({ quality: { ...goodQuality, surroundings: null } })).toEqual([]);
  });
});

describe('unifiedQuality', () => {
  it('is about the share of ordinary photos that the recogniser makes less of', () => {
    expect(unifiedQuality(3.705)).toBe(50);
    expect(unifiedQuality(3.2)).toBe(12);
    expect(unifiedQuality(2)).toBe(0);
    expect(unifiedQuality(5)).toBeGreaterThan(98);
  });
});
