/** Median of the raw norm over half of LFW (4,758 photos), and half of the way from its 16th to 84th percentile. */
const median = 3.705;
const spread = 0.43;

/**
 * Unified quality score of ISO/IEC 29794-5, 0..100: about the share of ordinary press photos that the recogniser
 * makes less of, from the norm of the raw embedding. The norm is the one number that foretells a comparison
 * (correlation 0.48 with the genuine score; no other reaches 0.2).
 */
export function unifiedQuality(norm: number): number {
  // The logistic curve comes within a hundredth of the normal distribution.
  return Math.round(100 / (1 + Math.exp((-1.702 * (norm - median)) / spread)));
}
