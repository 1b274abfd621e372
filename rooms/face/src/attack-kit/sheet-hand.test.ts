import { describe, expect, it } from 'vitest';
import type { FaceAdvice, FaceStep, FrameGuidance } from '../verification/frame-guidance.ts';
import { createChance } from './chance.ts';
import { seededRandom } from './seeded-random.ts';
import { createSheetHand, type HandStyle } from './sheet-hand.ts';

const style: HandStyle = {
  distance: 500,
  turn: 0.6,
  turnPitch: 0,
  turnShift: 0,
  curvature: { straight: 0.004, turned: 0.008, near: 0.01 },
  leanPitch: 0,
  lean: 0.6,
  tremor: 0.2,
};

/** What the hand holds after three seconds of this guidance. */
function after(step: FaceStep, advice: FaceAdvice | null = null) {
  const hand = createSheetHand(style, createChance(seededRandom('hand')), {
    width: 640,
    height: 480,
    focal: 470,
  });
  const guidance: FrameGuidance = { step, advice, progress: 0, box: null, yaw: null };
  let held = hand.follow({ ...guidance, step: 'look-straight', advice: null }, 10_000);
  for (let at = 10_100; at <= 13_000; at += 100) held = hand.follow(guidance, at);
  return held;
}

describe('an attacker’s hand', () => {
  it('turns and bends the sheet to the asked side', () => {
    expect(after('turn-left').pose.yaw).toBeGreaterThan(0.5);
    expect(after('turn-right').pose.yaw).toBeLessThan(-0.5);
    expect(after('turn-left').curvature).toBeGreaterThan(0.0075);
    expect(Math.abs(after('look-back').pose.yaw)).toBeLessThan(0.05);
  });

  it('brings it nearer when leaning in or coming closer is asked', () => {
    const usual = after('look-straight').pose.z;
    expect(after('lean-in').pose.z).toBeLessThan(usual * 0.7);
    expect(after('look-straight', 'come-closer').pose.z).toBeLessThan(usual * 0.8);
    expect(after('look-straight', 'move-back').pose.z).toBeGreaterThan(usual * 1.2);
  });

  it('turns farther when told so, and trembles less when told to hold still', () => {
    expect(after('turn-left', 'turn-further').pose.yaw).toBeGreaterThan(0.9);
    const spread = (advice: FaceAdvice | null) => Math.abs(after('look-straight', advice).pose.yaw);
    expect(spread('hold-still')).toBeLessThan(spread(null) + 1e-9);
  });
});
