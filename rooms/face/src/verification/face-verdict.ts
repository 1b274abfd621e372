import { type Reason, reason } from '@honnin/outcome';
import type { ModelManifest } from '../manifest/model-manifest.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceResult, LivenessResult } from './face-result.ts';

/** What a session has gathered when it ends. */
export interface VerdictInput {
  readonly policy: FacePolicy;
  readonly manifest: ModelManifest;
  /** Null when no frame was good enough to compare. */
  readonly comparison: { readonly similarity: number; readonly frames: number } | null;
  readonly passive: number | null;
  readonly headTurn: LivenessResult['headTurn'];
  readonly leanIn: LivenessResult['leanIn'];
  readonly stream: LivenessResult['stream'];
  readonly eyes: LivenessResult['eyes'];
  /** Why the session ended early; null when every step was done. */
  readonly ended: Reason | null;
  readonly remarks: readonly Reason[];
}

/**
 * Decides on a session. Verified needs the face to match and liveness to be proven. A face that does not
 * match on enough frames is rejected; what was not seen long or clearly enough is undetermined.
 */
export function decideFace(input: VerdictInput): FaceResult {
  const { policy, manifest, comparison, ended } = input;
  const [liveness, livenessReasons] = decideLiveness(input);
  const frames = comparison?.frames ?? 0;
  const reasons: Reason[] = [];
  let status: FaceResult['status'];
  if (ended?.code === 'not-finished') {
    status = 'undetermined';
  } else if (comparison === null || frames < policy.minimumFrames) {
    status = 'undetermined';
    reasons.push(reason('too-few-frames', `${frames} of ${policy.minimumFrames}`));
  } else if (comparison.similarity < policy.threshold) {
    status = 'rejected';
    reasons.push(reason('face-does-not-match'));
  } else {
    status = liveness.status;
  }
  if (ended !== null) {
    reasons.unshift(ended);
    if (status === 'verified') status = 'undetermined';
  }
  for (const extra of [...livenessReasons, ...input.remarks]) {
    if (!reasons.some(({ code }) => code === extra.code)) reasons.push(extra);
  }
  return {
    status,
    similarity: comparison?.similarity ?? null,
    threshold: policy.threshold,
    falseMatchRate: policy.falseMatchRate,
    model: { name: manifest.recogniser.name, sha256: manifest.recogniser.sha256 },
    frames,
    liveness,
    reasons,
  };
}

function decideLiveness(input: VerdictInput): readonly [LivenessResult, readonly Reason[]] {
  const { policy, passive, headTurn, leanIn, stream, eyes, ended } = input;
  const reasons: Reason[] = [];
  const relaxed = policy.relaxations;
  let status: LivenessResult['status'] = 'verified';
  if (headTurn !== 'met') {
    status = ended?.code === 'face-is-flat' ? 'rejected' : 'undetermined';
    if (headTurn === 'not-asked') reasons.push(reason('head-turn-not-asked'));
    else if (ended === null) reasons.push(reason('head-turn-not-seen'));
  }
  if (relaxed.includes('rendered-people-passive-liveness')) {
    reasons.push(reason('passive-liveness-relaxed', 'demo setting: rendered people'));
  } else if (passive === null) {
    if (status === 'verified') status = 'undetermined';
    reasons.push(reason('passive-liveness-missing'));
  } else if (passive < policy.passiveLivenessThreshold) {
    status = 'rejected';
    reasons.push(reason('passive-liveness-low', passive.toFixed(2)));
  }
  return [{ status, passive, headTurn, eyes, leanIn, stream, relaxed }, reasons];
}
