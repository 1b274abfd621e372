import type { TurnPolicy } from '../verification/face-policy.ts';
import type { FaceAdvice } from '../verification/frame-guidance.ts';
import { type TurnEvidence, turnSolidity } from './turn-evidence.ts';

/** Where one asked turn stands after a frame. */
type TurnState =
  | { readonly state: 'open'; readonly advice: FaceAdvice | null; readonly progress: number }
  | { readonly state: 'met' }
  /** Turned as far as was asked, but to the side that was not. */
  | { readonly state: 'wrong-side' }
  | { readonly state: 'not-met'; readonly code: 'head-turn-not-seen' | 'face-is-flat' };

export interface TurnFrame {
  /** Yaw beyond the person's own frontal yaw, positive to their own left. */
  readonly yaw: number;
  /** Against the frontal frame; null when nothing could be fitted. */
  readonly evidence: TurnEvidence | null;
  /** The template of this frame is that of the person who looked straight; null when it was not taken. */
  readonly samePerson: boolean | null;
  /** Milliseconds. */
  readonly at: number;
}

/** One turn as it is asked. */
export interface AskedTurn {
  readonly side: 'left' | 'right';
  /** A full turn has to prove a solid head; a short one has to follow the arrow and not look flat. */
  readonly reach: 'full' | 'short';
  /** When it was asked, in milliseconds. */
  readonly askedAt: number;
}

export interface TurnChallenge {
  offer(frame: TurnFrame): TurnState;
}

/** Yaw within which a head counts as straight. */
const straight = 0.1;
const framesThatProve = { full: 2, short: 1 } as const;
/** Landmarks tremble, so solidity is judged by the mean of so many frames of a turn, the latest ones. */
const framesAveraged = 30;

/**
 * One turn to one side. It is met when enough frames show the asked yaw as only a solid head can show it, and the
 * person was recognised on the way. It is not met when the time runs out, and flat when the yaw was reached again
 * and again, but only by something flat.
 */
export function createTurnChallenge(asked: AskedTurn, policy: TurnPolicy): TurnChallenge {
  const sign = asked.side === 'left' ? 1 : -1;
  const full = asked.reach === 'full';
  const reach = full ? policy.yaw : policy.shortYaw;
  const wanted = framesThatProve[asked.reach];
  let proofs = 0;
  let recognised = false;
  let flat = 0;
  let wentThroughMiddle = false;
  const solidities: number[] = [];

  return {
    offer({ yaw, evidence, samePerson, at }) {
      const way = sign * yaw;
      if (Math.abs(way) < straight) wentThroughMiddle = true;
      // After a turn to the other side the head is still there; the way back is no mistake.
      if (way < -reach && wentThroughMiddle) return { state: 'wrong-side' };
      if (way > 0) recognised ||= samePerson === true;
      if (way >= policy.shortYaw && evidence !== null) {
        solidities.push(turnSolidity(evidence, way));
        if (solidities.length > framesAveraged) solidities.shift();
      }
      if (way >= reach && way <= policy.maximumYaw && evidence !== null) {
        if (!isSolid(evidence, way)) flat++;
        else if (samePerson !== false) proofs++;
      }
      if (proofs >= wanted && recognised) return { state: 'met' };
      if (at - asked.askedAt > policy.timeLimitMs) {
        const code = flat > 2 && proofs === 0 ? 'face-is-flat' : 'head-turn-not-seen';
        return { state: 'not-met', code };
      }
      return { state: 'open', advice: advise(way), progress: Math.min(1, Math.max(0, way / reach)) };
    },
  };

  function isSolid(seen: TurnEvidence, way: number): boolean {
    const depth = sign * seen.noseOffSheet;
    const mean = solidities.reduce((sum, one) => sum + one, 0) / solidities.length;
    const least = full ? policy.minimumSolidity : policy.minimumShortSolidity;
    if (mean < least || seen.narrowing < policy.minimumNarrowing) return false;
    if (!full) return depth >= policy.minimumDepthPerYaw * way;
    return (
      seen.residual >= policy.minimumResidual &&
      sign * seen.parallax >= policy.minimumParallax &&
      depth >= policy.minimumNoseOffSheet
    );
  }

  function advise(way: number): FaceAdvice | null {
    if (way > policy.maximumYaw) return 'turn-less';
    if (way < -straight && wentThroughMiddle) return 'other-way';
    // Farther out, what a head shows stands out more; so it helps to turn on when it was not enough.
    return way < reach || proofs === 0 ? 'turn-further' : 'hold-still';
  }
}
