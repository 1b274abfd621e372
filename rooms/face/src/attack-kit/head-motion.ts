import type { FaceStep, FrameGuidance } from '../verification/frame-guidance.ts';
import type { Chance } from './chance.ts';

/** How somebody follows the asked steps with their head. */
export interface HeadManner {
  /** Milliseconds from a new request to the first movement. */
  readonly reactionMs: number;
  /** Degrees a second. */
  readonly speed: number;
  /** How far they turn at first, in degrees. */
  readonly reach: number;
}

/** A head's turn in degrees, positive to its own left, as time goes by. */
export interface HeadMotion {
  follow(guidance: FrameGuidance, at: number): number;
}

/** Most turn that the pictures show. */
const maximumReach = 30;

/** How an ordinary person moves. */
export function drawHeadManner(chance: Chance): HeadManner {
  return {
    reactionMs: chance.between(250, 900),
    speed: chance.between(20, 70),
    reach: chance.between(20, maximumReach),
  };
}

/** The turn that a step asks for: 1 to the own left, -1 to the own right, 0 straight. */
export function askedSide(step: FaceStep): -1 | 0 | 1 {
  return step === 'turn-left' ? 1 : step === 'turn-right' ? -1 : 0;
}

/** A head that turns where `sideFor` says, farther when told so and less when told so. */
export function createHeadMotion(
  manner: HeadManner,
  sideFor: (step: FaceStep, at: number) => number = askedSide,
): HeadMotion {
  let yaw = 0;
  let reach = manner.reach;
  let step: FaceStep = 'look-straight';
  let since = Number.NEGATIVE_INFINITY;
  let lastAt: number | null = null;
  return {
    follow(guidance, at) {
      const elapsed = lastAt === null ? 0 : (at - lastAt) / 1000;
      lastAt = at;
      if (guidance.step !== step) {
        step = guidance.step;
        since = at;
      }
      if (at - since < manner.reactionMs) return yaw;
      if (guidance.advice === 'turn-further') reach = Math.min(maximumReach, reach + 8 * elapsed);
      if (guidance.advice === 'turn-less') reach = Math.max(14, reach - 8 * elapsed);
      const target = sideFor(step, at) * reach;
      const most = manner.speed * elapsed;
      yaw += Math.max(-most, Math.min(most, target - yaw));
      return yaw;
    },
  };
}
