import { describe, expect, it } from 'vitest';
import type { FaceAdvice, FaceStep, FrameGuidance } from '../verification/frame-guidance.ts';
import { createHeadMotion } from './head-motion.ts';
import { createLeanMotion, leanPicture } from './lean-motion.ts';

const guide = (step: FaceStep, advice: FaceAdvice | null = null): FrameGuidance => ({
  step,
  advice,
  progress: 0,
  box: null,
  yaw: null,
});
const manner = { reactionMs: 300, speed: 40, reach: 25 };

describe('a head that follows the screen', () => {
  it('begins after its reaction time, is no quicker than it can be, and stops where it wants to', () => {
    const head = createHeadMotion(manner);
    const yaws: number[] = [];
    for (let at = 0; at <= 2_000; at += 100) yaws.push(head.follow(guide('turn-left'), at));
    expect(yaws[2]).toBe(0);
    expect(yaws[4]).toBeGreaterThan(0);
    for (const [i, yaw] of yaws.entries()) {
      expect(yaw - (yaws[i - 1] ?? 0)).toBeLessThanOrEqual(4 + 1e-9);
    }
    expect(yaws.at(-1)).toBe(25);
  });

  it('turns to its own right below zero, and farther when told so', () => {
    const head = createHeadMotion(manner);
    let yaw = 0;
    for (let at = 0; at <= 3_000; at += 100) yaw = head.follow(guide('turn-right', 'turn-further'), at);
    expect(yaw).toBeLessThan(-27);
  });
});

describe('a person who leans in', () => {
  it('comes nearer without a jump in size and goes back again', () => {
    const lean = createLeanMotion({ start: 1.1, reach: 0.65, speed: 0.3, reactionMs: 200 });
    let size = 1 / 1.1;
    for (let at = 0; at <= 6_000; at += 100) {
      const away = lean.follow(guide(at < 3_000 ? 'lean-in' : 'look-back'), at);
      expect(Math.abs(1 / away - size)).toBeLessThan(0.08);
      size = 1 / away;
      if (at === 2_900) expect(away).toBeCloseTo(0.65, 2);
    }
    expect(size).toBeCloseTo(1 / 1.1, 2);
  });

  it('is shown by the nearest picture, enlarged to the distance', () => {
    expect(leanPicture(0.7)).toEqual({ file: 'live/lean-69.jpg', zoom: 0.69 / 0.7 });
    expect(leanPicture(1).zoom).toBe(1);
  });
});
