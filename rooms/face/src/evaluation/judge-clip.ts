import type { OutcomeStatus, Reason } from '@honnin/outcome';
import type { FaceEngine } from '../engine/face-engine.ts';
import { assessLiveness } from '../liveness/assess-liveness.ts';
import { readClip } from './read-clip.ts';

/** What a clip shows of liveness, without anything having been asked of the person. */
export interface ClipJudgement {
  readonly status: OutcomeStatus;
  readonly scores: readonly (number | null)[];
  readonly reasons: readonly Reason[];
}

/** Judges one clip (see `readClip`); one that cannot be read is undetermined. */
export async function judgeClip(engine: FaceEngine, clip: string): Promise<ClipJudgement> {
  const frames = await readClip(clip);
  if (frames.status === 'failed') return { status: 'undetermined', scores: [], reasons: [frames.reason] };
  return assessLiveness(engine, frames.value);
}
