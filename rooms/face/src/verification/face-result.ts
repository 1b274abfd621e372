import type { OutcomeStatus, Reason } from '@honnin/outcome';
import type { FaceRelaxation } from './face-policy.ts';

export interface LivenessResult {
  readonly status: OutcomeStatus;
  /** Median of the passive model over the frontal frames; null when none was scored. */
  readonly passive: number | null;
  readonly headTurn: 'met' | 'not-met' | 'not-asked';
  /** Whether the eyes were seen open, and a blink was noticed. */
  readonly eyes: 'open' | 'blinked' | 'not-seen';
  /** Whether the face came nearer as only a solid head does; asked of people who cannot turn their head. */
  readonly leanIn: 'met' | 'not-met' | 'not-asked';
  /** Whether the frames came as a camera's do; `unknown` while too few were seen or nothing was judged. */
  readonly stream: 'live' | 'suspect' | 'unknown';
  readonly relaxed: readonly FaceRelaxation[];
}

/** What a face verification found; holds no image and no template. */
export interface FaceResult {
  readonly status: OutcomeStatus;
  /** Cosine of the chip photo with the mean of the frames; null when it was not compared. */
  readonly similarity: number | null;
  readonly threshold: number;
  readonly falseMatchRate: number;
  readonly model: { readonly name: string; readonly sha256: string };
  /** How many frames the mean is of. */
  readonly frames: number;
  readonly liveness: LivenessResult;
  readonly reasons: readonly Reason[];
}
