import type { PlayableFrame } from '@honnin/wallet/wallet-api';
import type { Guidance } from '../agent/agent-link.ts';

/** How a persona moves: which way the head should go, and whether the eyes are shut at this moment. */
export interface Pose {
  readonly yaw: number;
  readonly eyes: PlayableFrame['eyes'];
  readonly distance: PlayableFrame['distance'];
}

/** Degrees that a head turns for each step of guidance; positive is the person's own left. */
const wantedYaw: Readonly<Record<Guidance['step'], number>> = {
  'look-straight': 0,
  'turn-left': 30,
  'turn-right': -30,
  'lean-in': 0,
  'look-back': 0,
  done: 0,
};

/**
 * Where a person who follows the guidance wants to have their head. Advice is heeded as far as there are
 * pictures for it: nearer and farther only straight on, a turn that went too far is taken back a little.
 */
export function wantedPose(guidance: Guidance | null, eyes: Pose['eyes']): Pose {
  const yaw = guidance === null ? 0 : wantedYaw[guidance.step];
  const straight = yaw === 0;
  const advice = guidance?.advice ?? null;
  return {
    yaw: advice === 'turn-less' ? yaw * 0.6 : yaw,
    eyes: advice === 'open-eyes' ? 'open' : eyes,
    distance: guidance?.step === 'lean-in' ? 'near' : straight ? wantedDistance(advice) : 'normal',
  };
}

function wantedDistance(advice: Guidance['advice']): Pose['distance'] {
  if (advice === 'come-closer') return 'near';
  return advice === 'move-back' ? 'far' : 'normal';
}

/** The head moves towards what is wanted, no faster than `degrees` at a time. */
export function moveHead(from: number, wanted: number, degrees: number): number {
  if (Math.abs(wanted - from) <= degrees) return wanted;
  return from + Math.sign(wanted - from) * degrees;
}

/** The picture that comes nearest to a pose; blinks are only pictured straight on. */
export function chooseFrame(
  frames: readonly PlayableFrame[],
  pose: Pose,
  moment: number,
): PlayableFrame | null {
  const plain = frames.filter(
    (frame) => frame.light === 'even' && frame.wears === 'nothing' && frame.away === undefined,
  );
  const there = plain.filter((frame) => frame.distance === pose.distance);
  const apart = there.length > 0 ? there : plain;
  const eyes = Math.abs(pose.yaw) < 4 && apart.some((frame) => frame.eyes === pose.eyes) ? pose.eyes : 'open';
  const fitting = apart.filter((frame) => frame.eyes === eyes);
  const nearest = Math.min(...fitting.map((frame) => Math.abs(frame.yaw - pose.yaw)));
  const best = fitting.filter((frame) => Math.abs(frame.yaw - pose.yaw) - nearest < 0.5);
  return best[moment % Math.max(1, best.length)] ?? null;
}

/**
 * The picture of somebody leaning in whose camera is as far `away` as asked (1 is the usual distance), and how
 * much it has to be enlarged to fit; null of somebody who has no such pictures.
 */
export function chooseLeaning(
  frames: readonly PlayableFrame[],
  away: number,
): { readonly frame: PlayableFrame; readonly enlarge: number } | null {
  // A picture can be enlarged, but has nothing around it to be made smaller.
  const farther = frames.filter((frame) => frame.away !== undefined && frame.away >= away);
  const frame = farther.sort((a, b) => (a.away ?? 1) - (b.away ?? 1))[0];
  return frame?.away === undefined ? null : { frame, enlarge: frame.away / away };
}
