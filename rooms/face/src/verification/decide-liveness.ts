import { type Reason, reason } from '@honnin/outcome';
import type { FacePolicy, FaceRelaxation } from './face-policy.ts';
import type { LivenessResult } from './face-result.ts';

/** What a session has gathered about a living head. */
export interface LivenessInput {
  readonly policy: FacePolicy;
  /** Median passive score; null when no frame was scored. */
  readonly passive: number | null;
  /** Median of `screenPattern` over the straight frames; null when none was measured. */
  readonly screenPattern: number | null;
  /** What a quarter of the same reach of `paperSeam`; null when none was measured. */
  readonly paperSeam: number | null;
  /** Share of the same in which the face stood inside a frame; null when none was measured. */
  readonly framedShare: number | null;
  readonly headTurn: LivenessResult['headTurn'];
  readonly leanIn: LivenessResult['leanIn'];
  readonly stream: LivenessResult['stream'];
  /** Why stream or camera are not taken for live ones. */
  readonly suspicions: readonly Reason[];
  readonly eyes: LivenessResult['eyes'];
  /** Why the session ended early; null when every step was done. */
  readonly ended: Reason | null;
}

/**
 * Verified needs the turns, a passive score over its limit and a stream without suspicion. Leaning in alone is
 * never enough: a flat picture brought nearer grows like a face, so somebody has to look (`lean-in-needs-staff`).
 */
export function decideLiveness(input: LivenessInput): readonly [LivenessResult, readonly Reason[]] {
  const { policy, passive, headTurn, leanIn, stream, eyes } = input;
  const reasons: Reason[] = [];
  const relaxed: FaceRelaxation[] = policy.relaxations.filter((one) => one !== 'stand-in-camera');
  let status: LivenessResult['status'] = 'verified';
  if (headTurn !== 'met') {
    status = input.ended?.code === 'face-is-flat' ? 'rejected' : 'undetermined';
    if (leanIn === 'met') reasons.push(reason('lean-in-needs-staff'));
    else if (leanIn === 'not-asked') reasons.push(...missingTurn(input));
  }
  if (input.suspicions.length > 0) {
    if (policy.relaxations.includes('stand-in-camera')) {
      relaxed.push('stand-in-camera');
      reasons.push(reason('stand-in-camera-relaxed', input.suspicions.map(({ code }) => code).join(', ')));
    } else {
      if (status === 'verified') status = 'undetermined';
      reasons.push(...input.suspicions);
    }
  }
  for (const mark of marksOfPictures(input)) {
    if (status === 'verified') status = 'undetermined';
    reasons.push(mark);
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
  const suspect = input.suspicions.length > 0 ? 'suspect' : stream;
  return [{ status, passive, headTurn, eyes, leanIn, stream: suspect, relaxed }, reasons];
}

/** What looks like a screen or paper; a person may look so too, so that none of it rejects. */
function marksOfPictures({
  policy,
  screenPattern,
  paperSeam,
  framedShare,
}: LivenessInput): readonly Reason[] {
  const marks: Reason[] = [];
  if (screenPattern !== null && screenPattern > policy.maximumScreenPattern) {
    marks.push(reason('screen-pattern-seen', screenPattern.toFixed(0)));
  }
  if (paperSeam !== null && paperSeam > policy.maximumPaperSeam) {
    marks.push(reason('paper-seam-seen', paperSeam.toFixed(0)));
  }
  if (framedShare !== null && framedShare > policy.maximumFramedShare) {
    marks.push(reason('picture-frame-seen', `${(100 * framedShare).toFixed(0)} % of the straight frames`));
  }
  return marks;
}

function missingTurn({ headTurn, ended }: LivenessInput): readonly Reason[] {
  if (headTurn === 'not-asked') return [reason('head-turn-not-asked')];
  return ended === null ? [reason('head-turn-not-seen')] : [];
}
