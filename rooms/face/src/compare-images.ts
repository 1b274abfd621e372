import type { OutcomeStatus, Reason } from '@honnin/outcome';
import type { FaceEngine } from './face-engine.ts';
import type { FacePolicy } from './face-policy.ts';

/** Whether two pictures show one person; `similarity` is null when a face was not found (undetermined). */
export interface Comparison {
  readonly status: OutcomeStatus;
  readonly similarity: number | null;
  readonly threshold: number;
  readonly falseMatchRate: number;
  readonly reasons: readonly Reason[];
}

export function compareImages(
  _engine: FaceEngine,
  _a: Uint8Array,
  _b: Uint8Array,
  _policy: FacePolicy,
): Promise<Comparison> {
  throw new Error('not built yet');
}
