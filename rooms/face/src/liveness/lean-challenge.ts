import type { LeanPolicy } from '../verification/face-policy.ts';
import type { LeanEvidence } from './lean-evidence.ts';

/** Where leaning in stands after a frame. */
interface LeanState {
  readonly met: boolean;
  /** The face is as near as was asked. */
  readonly near: boolean;
  readonly progress: number;
}

export interface LeanChallenge {
  /** `recognised`: this frame's template was taken as the same person's. */
  offer(seen: LeanEvidence, recognised: boolean): LeanState;
  isOver(at: number): boolean;
}

const framesThatProve = 2;

/**
 * Leaning in until the eyes are apart as far as was asked, in two frames in which the person was recognised. It
 * shows that somebody follows; it does not prove a solid head (see the room's README).
 */
export function createLeanChallenge(policy: LeanPolicy, start: number): LeanChallenge {
  let proofs = 0;
  return {
    offer({ growth }, recognised) {
      const near = growth >= policy.growth;
      if (near && recognised) proofs++;
      const progress = Math.min(1, Math.max(0, (growth - 1) / (policy.growth - 1)));
      return { met: proofs >= framesThatProve, near, progress };
    },
    isOver: (at) => at - start > policy.timeLimitMs,
  };
}
