import type { PlayableFrame } from '@honnin/wallet/wallet-api';
import { describe, expect, it } from 'vitest';
import type { Guidance } from '../agent/agent-link.ts';
import { chooseFrame, chooseLeaning, moveHead, wantedPose } from './choose-frame.ts';

const frame = (url: string, part: Partial<PlayableFrame>): PlayableFrame => ({
  url,
  yaw: 0,
  eyes: 'open',
  distance: 'normal',
  light: 'even',
  wears: 'nothing',
  ...part,
});
const frames = [
  frame('front-1', {}),
  frame('front-2', { yaw: 0.3 }),
  frame('left', { yaw: 15 }),
  frame('far-left', { yaw: 30 }),
  frame('right', { yaw: -15 }),
  frame('shut', { eyes: 'closed' }),
  frame('masked', { wears: 'mask' }),
  frame('near', { distance: 'near' }),
];
const pose = (yaw: number, eyes: PlayableFrame['eyes'] = 'open') => ({
  yaw,
  eyes,
  distance: 'normal' as const,
});

describe('chooseFrame', () => {
  it('takes the picture nearest to where the head is', () => {
    expect(chooseFrame(frames, pose(13), 0)?.url).toBe('left');
    expect(chooseFrame(frames, pose(-40), 0)?.url).toBe('right');
  });

  it('alternates between pictures of the same pose, as a living person is never twice the same', () => {
    expect([0, 1, 2].map((moment) => chooseFrame(frames, pose(0), moment)?.url)).toEqual([
      'front-1',
      'front-2',
      'front-1',
    ]);
  });

  it('blinks straight on, and keeps the eyes open where no blink was pictured', () => {
    expect(chooseFrame(frames, pose(0, 'closed'), 0)?.url).toBe('shut');
    expect(chooseFrame(frames, pose(30, 'closed'), 0)?.url).toBe('far-left');
  });

  it('has nothing to show of somebody without pictures', () => {
    expect(chooseFrame([], pose(0), 0)).toBeNull();
  });
});

describe('chooseLeaning', () => {
  const leaning = [frame('lean-100', { away: 1 }), frame('lean-80', { away: 0.8, distance: 'near' })];

  it('takes the nearest picture that only has to be enlarged', () => {
    expect(chooseLeaning(leaning, 1)).toMatchObject({ frame: { url: 'lean-100' }, enlarge: 1 });
    expect(chooseLeaning(leaning, 0.9)?.frame.url).toBe('lean-100');
    expect(chooseLeaning(leaning, 0.9)?.enlarge).toBeCloseTo(1.111, 3);
    expect(chooseLeaning(leaning, 0.76)?.frame.url).toBe('lean-80');
  });

  it('has none of somebody who was not pictured leaning, and no such picture stands for a pose', () => {
    expect(chooseLeaning(frames, 0.9)).toBeNull();
    expect(chooseFrame(leaning, pose(0), 0)).toBeNull();
  });
});

describe('a head that follows the guidance', () => {
  it('turns to the person’s own left when asked to, a few degrees at a time, and stops there', () => {
    const wanted = wantedPose(
      { step: 'turn-left', advice: null, progress: 0, box: null, yaw: null },
      'open',
    ).yaw;
    expect(wanted).toBe(30);
    expect(moveHead(0, wanted, 5)).toBe(5);
    expect(moveHead(28, wanted, 5)).toBe(30);
    expect(moveHead(10, -30, 5)).toBe(5);
  });

  it('heeds advice as far as there are pictures for it', () => {
    const guidance = (step: Guidance['step'], advice: Guidance['advice']): Guidance => ({
      step,
      advice,
      progress: 0,
      box: null,
      yaw: null,
    });
    expect(wantedPose(guidance('look-straight', 'come-closer'), 'open').distance).toBe('near');
    expect(wantedPose(guidance('lean-in', 'lean-further'), 'open').distance).toBe('near');
    expect(wantedPose(guidance('look-back', null), 'open').distance).toBe('normal');
    expect(wantedPose(guidance('turn-right', 'turn-less'), 'open').yaw).toBe(-18);
    expect(wantedPose(guidance('look-straight', 'open-eyes'), 'closed').eyes).toBe('open');
    expect(chooseFrame(frames, { yaw: 0, eyes: 'open', distance: 'far' }, 0)?.url).toBe('front-1');
  });
});
