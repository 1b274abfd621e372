import type { FacePolicy } from '../verification/face-policy.ts';
import type { FaceAdvice } from '../verification/frame-guidance.ts';
import type { TurnEvidence } from './turn-evidence.ts';

/** Where one asked turn stands after a frame. */
type TurnState =
  | { readonly state: 'open'; readonly advice: FaceAdvice | null; readonly progress: number }
  | { readonly state: 'met' }
  /** Turned all the way to the side that was not asked. */
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

export interface TurnChallenge {
  offer(frame: TurnFrame): TurnState;
}

/** Yaw within which a head counts as straight. */
const straight = 0.1;
const framesThatProve = 2;

/**
 * One turn to one side. It is met when two frames show the asked yaw as only a solid head can show it, one of
 * them recognised as the same person. It is not met when the time runs out, and flat when the yaw was reached
 * again and again, but only by something flat.
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

  return {
    offer({ yaw, evidence, samePerson, at }) {
      const way = sign * yaw;
      if (Math.abs(way) < straight) wentThroughMiddle = true;
      // After a turn to the other side the head is still there; the way back is no mistake.
      if (way < -policy.yaw && wentThroughMiddle) return { state: 'wrong-side' };
      if (way >= policy.yaw && way <= policy.maximumYaw && evidence !== null) {
        if (!isSolid(evidence)) flat++;
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
      return { state: 'open', advice: advise(way), progress: Math.min(1, Math.max(0, way / policy.yaw)) };
    },
  };

  function isSolid({ residual, parallax, narrowing }: TurnEvidence): boolean {
    return (
      residual >= policy.minimumResidual &&
      sign * parallax >= policy.minimumParallax &&
      narrowing >= policy.minimumNarrowing
    );
  }

  function advise(way: number): FaceAdvice | null {
    if (way > policy.maximumYaw) return 'turn-less';
    if (way < -straight && wentThroughMiddle) return 'other-way';
    return way < policy.yaw ? 'turn-further' : 'hold-still';
  }
}
