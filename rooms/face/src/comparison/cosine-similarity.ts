import type { Embedding } from '../engine/embedding.ts';

/** -1..1; both vectors have norm 1. */
export function cosineSimilarity(p: Embedding, q: Embedding): number {
  let dot = 0;
  for (let i = 0; i < p.vector.length; i++) dot += (p.vector[i] ?? 0) * (q.vector[i] ?? 0);
  return dot;
}
