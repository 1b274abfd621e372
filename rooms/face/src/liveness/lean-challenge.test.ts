import { describe, expect, it } from 'vitest';
import { solidHead, viewOfHead } from '../../test/solid-head.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { createLeanChallenge } from './lean-challenge.ts';
import { weighLean } from './lean-evidence.ts';

const policy = defaultFacePolicy.lean;

describe('createLeanChallenge', () => {
  it('is met by two near frames of the same person', () => {
    const lean = createLeanChallenge(policy, 0);
    expect(lean.offer({ growth: 1.1 }, true)).toMatchObject({ met: false, near: false });
    expect(lean.offer({ growth: 1.35 }, true)).toMatchObject({ met: false, near: true, progress: 1 });
    expect(lean.offer({ growth: 1.35 }, true).met).toBe(true);
  });

  it('swapped person: is not met by frames nobody was recognised in', () => {
    const lean = createLeanChallenge(policy, 0);
    for (let i = 0; i < 10; i++) expect(lean.offer({ growth: 1.5 }, false).met).toBe(false);
  });

  it('is over after its time', () => {
    const lean = createLeanChallenge(policy, 500);
    expect(lean.isOver(500 + policy.timeLimitMs)).toBe(false);
    expect(lean.isOver(501 + policy.timeLimitMs)).toBe(true);
  });
});

describe('weighLean', () => {
  it('measures how much nearer a face has come', () => {
    const straight = viewOfHead(solidHead, 0);
    const near = { points: straight.points.map((v) => v * 1.4) };
    expect(weighLean(straight, near).growth).toBeCloseTo(1.4, 3);
  });
});
