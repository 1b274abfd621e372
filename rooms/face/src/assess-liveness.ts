import type { OutcomeStatus, Reason } from '@honnin/outcome';
import type { FaceEngine } from './face-engine.ts';

/** `scores`: the passive model's score of each image, in order; null where no face was found. */
export interface LivenessAssessment {
  readonly status: OutcomeStatus;
  readonly scores: readonly (number | null)[];
  readonly reasons: readonly Reason[];
}

export function assessLiveness(
  _engine: FaceEngine,
  _images: readonly Uint8Array[],
): Promise<LivenessAssessment> {
  throw new Error('not built yet');
}
