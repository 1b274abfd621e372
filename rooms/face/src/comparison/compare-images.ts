import { type OutcomeStatus, type Reason, reason } from '@honnin/outcome';
import type { FaceEngine } from '../engine/face-engine.ts';
import type { FacePolicy } from '../verification/face-policy.ts';
import { cosineSimilarity } from './cosine-similarity.ts';
import { readPhotoTemplate } from './photo-template.ts';

/** Whether two pictures show one person; `similarity` is null when a face was not found (undetermined). */
export interface Comparison {
  readonly status: OutcomeStatus;
  readonly similarity: number | null;
  readonly threshold: number;
  readonly falseMatchRate: number;
  readonly reasons: readonly Reason[];
}

/**
 * Compares the most prominent faces of two pictures (JPEG, PNG, JPEG 2000), one photo against one photo.
 * Says nothing about liveness. A picture that cannot be read or shows no whole face gives undetermined,
 * as does one that hardly shows its face, when it does not match.
 */
export async function compareImages(
  engine: FaceEngine,
  a: Uint8Array,
  b: Uint8Array,
  policy: Pick<FacePolicy, 'threshold' | 'falseMatchRate'>,
): Promise<Comparison> {
  const { threshold, falseMatchRate } = policy;
  const first = await readPhotoTemplate(engine, a);
  const second = await readPhotoTemplate(engine, b);
  if (first.status === 'failed' || second.status === 'failed') {
    const reasons = [first, second].flatMap((template, i) =>
      template.status === 'failed' ? [name(template.reason, i)] : [],
    );
    return { status: 'undetermined', similarity: null, threshold, falseMatchRate, reasons };
  }
  const [left, right] = [first.value, second.value];
  const similarity = cosineSimilarity(left.embedding, right.embedding);
  left.embedding.vector.fill(0);
  right.embedding.vector.fill(0);
  const remarks = [...left.remarks.map((r) => name(r, 0)), ...right.remarks.map((r) => name(r, 1))];
  const same = similarity >= threshold;
  if (!same && !(left.telling && right.telling)) {
    return { status: 'undetermined', similarity, threshold, falseMatchRate, reasons: remarks };
  }
  return {
    status: same ? 'verified' : 'rejected',
    similarity,
    threshold,
    falseMatchRate,
    reasons: same ? remarks : [reason('face-does-not-match'), ...remarks],
  };
}

function name({ code, detail }: Reason, index: number): Reason {
  const which = index === 0 ? 'first image' : 'second image';
  return reason(code, detail === undefined ? which : `${which}: ${detail}`);
}
