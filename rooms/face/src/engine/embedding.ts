/** What the recogniser says of one aligned face. */
export interface Embedding {
  /** Length 512, L2 norm 1; the cosine of two of them is their similarity. */
  readonly vector: Float32Array;
  /** L2 norm before normalising: this network's one good sign of quality (about 3 poor, 4 good). */
  readonly norm: number;
}
