import type { FacePolicy } from './face-policy.ts';
import type { FaceAdvice } from './frame-guidance.ts';
import type { TurnEvidence } from './turn-evidence.ts';

/** Where one asked turn stands after a frame. */
export type TurnState =
  | { readonly state: 'open'; readonly advice: FaceAdvice | null; readonly progress: number }
  | { readonly state: 'met' }
  | { readonly state: 'not-met'; readonly code: 'head-turn-not-seen' | 'wrong-turn' | 'face-is-flat' };

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

export interface TurnChallenge {
  offer(frame: TurnFrame): TurnState;
}

/** Yaw within which a head counts as straight, and beyond which it clearly is not. */
const straight = 0.1;
/** How long the wrong side may be held; a person notices the hint, a recording does not. */
const wrongSideMs = 2_500;
const framesThatProve = 2;

/**
 * One turn to one side. It is met when two frames show the asked yaw as only a solid head can show it, one of
 * them recognised as the same person. It is not met when the time runs out, when the wrong side is held or
 * turned to a second time, or when the yaw is reached again and again by something flat.
 */
export function createTurnChallenge(
  side: 'left' | 'right',
  policy: FacePolicy['turn'],
  start: number,
): TurnChallenge {
  const sign = side === 'left' ? 1 : -1;
  let proofs = 0;
  let recognised = false;
  let flat = 0;
  let wentThroughMiddle = false;
  let wrongSince: number | null = null;
  let wrongTurns = 0;

  return {
    offer({ yaw, evidence, samePerson, at }) {
      const way = sign * yaw;
      if (Math.abs(way) < straight) wentThroughMiddle = true;
      // After a turn to the other side the head is still there; the way back is no mistake.
      if (way < -policy.yaw && wentThroughMiddle) {
        if (wrongSince === null) wrongTurns++;
        wrongSince ??= at;
        if (wrongTurns > 1 || at - wrongSince > wrongSideMs) return { state: 'not-met', code: 'wrong-turn' };
      } else if (way > -straight) wrongSince = null;

      if (way >= policy.yaw && way <= policy.maximumYaw && evidence !== null) {
        const solid =
          evidence.residual >= policy.minimumResidual && sign * evidence.parallax >= policy.minimumParallax;
        if (!solid) flat++;
        else if (samePerson !== false) {
          proofs++;
          recognised ||= samePerson === true;
        }
      }
      if (proofs >= framesThatProve && recognised) return { state: 'met' };
      if (at - start > policy.timeLimitMs) {
        const code = flat > framesThatProve && proofs === 0 ? 'face-is-flat' : 'head-turn-not-seen';
        return { state: 'not-met', code };
      }
      const progress = Math.min(1, Math.max(0, way / policy.yaw));
      return { state: 'open', advice: advise(way), progress };
    },
  };

  function advise(way: number): FaceAdvice | null {
    if (way > policy.maximumYaw) return 'turn-less';
    if (way < -straight && wentThroughMiddle) return 'other-way';
    return way < policy.yaw ? 'turn-further' : 'hold-still';
  }
}
