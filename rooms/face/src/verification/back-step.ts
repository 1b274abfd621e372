import { adviceOn, type CollectFrame, goOn, type StepReport } from './collect-frame.ts';
import type { FaceEvidence } from './face-evidence.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceSight } from './face-sight.ts';
import type { StraightView } from './straight-view.ts';

/** Yaw within which a person looks at the camera again. */
const backYaw = 0.12;
/** How long after the first look back more frames are waited for. */
const backMs = 3_000;

/** Looking back at the camera, after a turn or after all of them. */
export interface BackStep {
  begin(): void;
  offer(sight: FaceSight, view: StraightView, last: boolean, collect: CollectFrame): Promise<StepReport>;
}

export function createBackStep(evidence: FaceEvidence, policy: FacePolicy): BackStep {
  let firstAt: number | null = null;
  return {
    begin() {
      firstAt = null;
    },
    async offer(sight, view, last, collect) {
      if (Math.abs(sight.pose.yaw - view.yaw) > backYaw) return goOn('face-the-camera');
      const taken = await collect(sight, 'back');
      if (taken === null) return goOn(null);
      if (taken.state !== 'taken') return goOn(adviceOn(taken));
      firstAt ??= sight.at;
      const enough = evidence.count >= policy.wantedFrames;
      const waited = sight.at - firstAt > backMs && evidence.count >= policy.minimumFrames;
      return { advice: null, share: 0.5, done: !last || enough || waited };
    },
  };
}
