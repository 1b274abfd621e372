import { type Reason, reason } from '@honnin/outcome';
import type { ModelManifest } from '../manifest/model-manifest.ts';
import { decideLiveness, type LivenessInput } from './decide-liveness.ts';
import type { FaceResult } from './face-result.ts';

/** What a session has gathered when it ends. */
export interface VerdictInput extends LivenessInput {
  readonly manifest: ModelManifest;
  /** Null when no frame was good enough to compare. */
  readonly comparison: { readonly similarity: number; readonly frames: number } | null;
  /** The moment (straight, a turn, back) whose own mean is least like the chip photo; null without frames. */
  readonly weakestMoment: { readonly moment: string; readonly similarity: number } | null;
  /** False where a difference from the chip photo proves nothing (see PhotoTemplate). */
  readonly photoTelling: boolean;
  readonly remarks: readonly Reason[];
}

/**
 * Decides on a session. Verified needs the face to match, in every moment as far as one moment can tell, and
 * liveness to be proven. A face that does not match on enough frames is rejected; what was not seen long or
 * clearly enough, on the live side or on the photo, is undetermined.
 */
export function decideFace(input: VerdictInput): FaceResult {
  const { policy, manifest, comparison, weakestMoment, ended } = input;
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
    status = input.photoTelling ? 'rejected' : 'undetermined';
    if (input.photoTelling) reasons.push(reason('face-does-not-match'));
  } else if (weakestMoment !== null && weakestMoment.similarity < policy.momentThreshold) {
    status = liveness.status === 'rejected' ? 'rejected' : 'undetermined';
    reasons.push(reason('moments-disagree', weakestMoment.moment));
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
