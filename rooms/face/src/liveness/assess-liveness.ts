import { type OutcomeStatus, type Reason, reason } from '@honnin/outcome';
import { decodeImage } from '../decoding/decode-image.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { mostProminentFace } from '../quality/most-prominent-face.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';

/** `scores`: the passive model's score of each image, in order; null where no face was found. */
export interface LivenessAssessment {
  readonly status: OutcomeStatus;
  readonly scores: readonly (number | null)[];
  readonly reasons: readonly Reason[];
}

/**
 * Judges single pictures by the passive model alone: the median of the scores against the policy's limit. It
 * is one signal; the reasons always carry `passive-liveness-only`. Undetermined when no picture has a face.
 */
export async function assessLiveness(
  engine: FaceEngine,
  images: readonly Uint8Array[],
  policy: { readonly passiveLivenessThreshold: number } = defaultFacePolicy,
): Promise<LivenessAssessment> {
  const scores: (number | null)[] = [];
  const reasons: Reason[] = [reason('passive-liveness-only')];
  for (const [i, bytes] of images.entries()) {
    const score = await scoreOf(engine, bytes);
    if (typeof score === 'number') scores.push(score);
    else {
      scores.push(null);
      reasons.push(
        reason(score.code, `image ${i + 1}${score.detail === undefined ? '' : `: ${score.detail}`}`),
      );
    }
  }
  const known = scores.filter((score) => score !== null).sort((p, q) => p - q);
  const lower = known[Math.floor((known.length - 1) / 2)];
  const upper = known[Math.floor(known.length / 2)];
  if (lower === undefined || upper === undefined) return { status: 'undetermined', scores, reasons };
  if ((lower + upper) / 2 >= policy.passiveLivenessThreshold) return { status: 'verified', scores, reasons };
  return { status: 'rejected', scores, reasons: [reason('passive-liveness-low'), ...reasons] };
}

async function scoreOf(engine: FaceEngine, bytes: Uint8Array): Promise<number | Reason> {
  const decoded = await decodeImage(bytes);
  if (decoded.status === 'failed') return decoded.reason;
  const image = decoded.value;
  try {
    const face = mostProminentFace(await engine.findFaces(image), image);
    return face === null ? reason('no-face') : await engine.passiveLiveness(image, face);
  } finally {
    image.data.fill(0);
    await engine.forget();
  }
}
