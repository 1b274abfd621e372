/**
 * The template that the terminal decides on: the mean of several, weighted by the norm of the raw embedding,
 * of norm 1 again (see `createFaceEvidence`). Null when they cancel out or there are none.
 */
export function meanTemplate(
  templates: readonly { readonly vector: Float32Array; readonly norm: number }[],
): Float32Array | null {
  const [first] = templates;
  if (first === undefined) return null;
  const sum = new Float64Array(first.vector.length);
  for (const { vector, norm } of templates) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0) * norm;
  }
  const norm = Math.hypot(...sum);
  return norm > 0 ? Float32Array.from(sum, (v) => v / norm) : null;
}
