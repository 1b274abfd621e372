import { describe, expect, it } from 'vitest';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { createTurnChallenge } from './turn-challenge.ts';

const policy = defaultFacePolicy.turn;
const solid = { residual: 0.15, parallax: 0.12, narrowing: 0.87, noseOffSheet: 0.07, sheetResidual: 0.075 };
const flat = { residual: 0.02, parallax: 0.01, narrowing: 0.6, noseOffSheet: 0, sheetResidual: 0.02 };
const bent = { ...solid, noseOffSheet: 0.02, sheetResidual: 0.03 };

function frame(yaw: number, at: number, evidence = solid, samePerson: boolean | null = true) {
  return { yaw, at, evidence, samePerson };
}

function ask(side: 'left' | 'right', askedAt: number, reach: 'full' | 'short' = 'full') {
  return createTurnChallenge({ side, reach, askedAt }, policy);
}

describe('createTurnChallenge', () => {
  it('is met by two solid frames on the asked side', () => {
    const turn = ask('left', 0);
    expect(turn.offer(frame(0.05, 100))).toMatchObject({ state: 'open', advice: 'turn-further' });
    expect(turn.offer(frame(0.33, 200)).state).toBe('open');
    expect(turn.offer(frame(0.35, 300))).toEqual({ state: 'met' });
  });

  it('takes the parallax of the asked side only', () => {
    const turn = ask('right', 0);
    for (let at = 0; at < 1000; at += 100) expect(turn.offer(frame(-0.35, at)).state).toBe('open');
    const mirrored = { ...solid, parallax: -0.12, noseOffSheet: -0.07 };
    turn.offer(frame(-0.35, 1000, mirrored));
    expect(turn.offer(frame(-0.35, 1100, mirrored)).state).toBe('met');
  });

  it('flat picture: is never met by frames that one homography explains', () => {
    const turn = ask('left', 0);
    for (let at = 0; at <= policy.timeLimitMs; at += 100) {
      expect(turn.offer(frame(0.4, at, flat)).state).toBe('open');
    }
    expect(turn.offer(frame(0.4, policy.timeLimitMs + 1, flat))).toEqual({
      state: 'not-met',
      code: 'face-is-flat',
    });
  });

  it('flat picture: is not met by a sheet turned so far that its landmarks slip', () => {
    const turn = ask('left', 0);
    const slipped = { ...solid, narrowing: 0.56 };
    for (let at = 0; at < 3000; at += 100) expect(turn.offer(frame(0.36, at, slipped)).state).toBe('open');
  });

  it('bent picture: is not met by a sheet bent so that no homography explains it', () => {
    for (const reach of ['full', 'short'] as const) {
      const turn = ask('left', 0, reach);
      for (let at = 0; at < 3000; at += 100) expect(turn.offer(frame(0.4, at, bent)).state).toBe('open');
    }
  });

  it('is met by one solid frame of a short turn, and not before', () => {
    const turn = ask('right', 0, 'short');
    const right = { ...solid, narrowing: 0.95, noseOffSheet: -0.03, sheetResidual: 0.045 };
    expect(turn.offer(frame(-0.12, 0, right)).state).toBe('open');
    expect(turn.offer(frame(-0.18, 100, right)).state).toBe('met');
  });

  it('swapped person: is not met by frames of somebody else, nor by frames nobody was recognised in', () => {
    const turn = ask('left', 0);
    for (let at = 0; at < 2000; at += 100) {
      expect(turn.offer(frame(0.35, at, solid, at < 1000 ? false : null)).state).toBe('open');
    }
  });

  it('runs out when the head does not turn', () => {
    const turn = ask('left', 1000);
    expect(turn.offer(frame(0, 1000 + policy.timeLimitMs)).state).toBe('open');
    expect(turn.offer(frame(0, 1001 + policy.timeLimitMs))).toEqual({
      state: 'not-met',
      code: 'head-turn-not-seen',
    });
  });

  it('says other way, then reports the wrong side', () => {
    const turn = ask('left', 0);
    turn.offer(frame(0, 0));
    expect(turn.offer(frame(-0.15, 100))).toMatchObject({ advice: 'other-way' });
    expect(turn.offer(frame(-0.35, 200))).toEqual({ state: 'wrong-side' });
  });

  it('does not take the way back from an earlier turn for the wrong side', () => {
    const turn = ask('left', 0);
    expect(turn.offer(frame(-0.4, 0))).toMatchObject({ state: 'open', advice: 'turn-further' });
    expect(turn.offer(frame(-0.35, 100)).state).toBe('open');
  });

  it('asks to turn less when the landmarks are no longer to be trusted', () => {
    const turn = ask('left', 0);
    expect(turn.offer(frame(policy.maximumYaw + 0.1, 0))).toMatchObject({ advice: 'turn-less' });
  });
});
