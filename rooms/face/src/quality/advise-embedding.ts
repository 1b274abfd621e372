import type { Embedding } from '../engine/embedding.ts';
import type { FaceAdvice } from '../verification/frame-guidance.ts';
import { liveLimits } from './quality-limits.ts';

/**
 * What to do when the recogniser makes too little of a frame whose numbers are all within their limits; null
 * when it makes enough of it. The norm of the raw embedding says that something hides the face, not what: linear
 * and two-layer probes of the 512 numbers told masks, dark glasses, hands and hair apart far worse than the
 * picture itself does (`occlusion-probe.ts`), so the general sentence is given.
 */
export function adviseEmbedding(embedding: Embedding): FaceAdvice | null {
  return embedding.norm < liveLimits.norm ? 'uncover-face' : null;
}
