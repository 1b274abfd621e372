import type { Embedding } from '../engine/embedding.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { paperSeam } from '../liveness/paper-seam.ts';
import { isInPictureFrame } from '../liveness/picture-frame.ts';
import { screenPattern } from '../liveness/screen-pattern.ts';
import { adviseEmbedding } from '../quality/advise-embedding.ts';
import type { EvidenceMoment, FaceEvidence, FrameMarks } from './face-evidence.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceSight } from './face-sight.ts';
import type { FaceAdvice } from './frame-guidance.ts';

/** What became of a frame that was offered as evidence. */
export type Collected =
  /** Too soon after the last one; nothing was computed. */
  | { readonly state: 'waiting' }
  /** The recogniser made too little of it. */
  | { readonly state: 'unclear'; readonly advice: FaceAdvice }
  /** Not surely the person of the frames before; `clearly` when the picture is good and straight enough to say. */
  | { readonly state: 'other-person'; readonly clearly: boolean }
  | { readonly state: 'taken'; readonly norm: number };

export interface FrameCollector {
  /** Embeds the face and keeps it when it is good and the same person's. */
  collect(sight: FaceSight, moment: EvidenceMoment): Promise<Collected>;
}

/** Yaw beyond the frontal one up to which a turned face is averaged; further out it is only recognised. */
const averagedYaw = 0.32;

/** `live` says whether the session still wants the answer; it may be disposed while the network runs. */
export function createFrameCollector(
  engine: FaceEngine,
  evidence: FaceEvidence,
  policy: FacePolicy,
  live: () => boolean,
): FrameCollector {
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    async collect(sight, moment) {
      if (sight.at - lastAt < policy.frameSpacingMs) return { state: 'waiting' };
      lastAt = sight.at;
      const straight = !moment.startsWith('turn-');
      const embedding = await engine.embed(sight.image, sight.landmarks);
      const passive = straight ? await engine.passiveLiveness(sight.image, sight.box) : null;
      const verdict = live() ? judge(embedding, straight, sight.pose.yaw) : { state: 'waiting' as const };
      if (verdict.state === 'taken' && verdict.averaged) {
        evidence.add(moment, embedding, straight ? marksOf(sight, passive) : null);
      } else embedding.vector.fill(0);
      return verdict;
    },
  };

  function judge(embedding: Embedding, straight: boolean, yaw: number) {
    const clear = embedding.norm >= policy.minimumNorm;
    if (straight && !clear) {
      return { state: 'unclear' as const, advice: adviseEmbedding(embedding) ?? 'hold-still' };
    }
    const averaged = clear && Math.abs(yaw) <= averagedYaw;
    const resemblance = evidence.resemblance(embedding.vector);
    if (resemblance !== null && resemblance < policy.continuity) {
      return { state: 'other-person' as const, clearly: averaged };
    }
    return { state: 'taken' as const, norm: embedding.norm, averaged };
  }
}

/** What speaks for a picture in place of a face; only a straight look is judged by it. */
function marksOf({ image, box, landmarks }: FaceSight, passive: number | null): FrameMarks {
  return {
    passive,
    screenPattern: screenPattern(image, box),
    paperSeam: paperSeam(image, landmarks),
    framed: isInPictureFrame(image, landmarks),
  };
}
