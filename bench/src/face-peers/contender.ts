/** A decoded picture: rows of R, G, B from the top left. Every contender gets the same pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A library once it is ready: the largest face of a picture as numbers, or null when it finds none. */
export interface Embedder {
  embed(pixels: Pixels): Promise<Float32Array | null>;
}

/** How alike two templates are; greater is more alike. Euclidean distance is taken with its sign turned. */
export type Measure = 'cosine' | 'euclidean';

export type ContenderKind = 'honnin' | 'face-api' | 'human';

/** A library that is measured, and what is known of it without running it. */
export interface Contender {
  readonly kind: ContenderKind;
  readonly name: string;
  readonly version: string;
  readonly released: string;
  readonly licence: string;
  readonly runsOn: string;
  readonly settings: string;
  /** The decision that its own documentation gives for a comparison of one picture with one picture. */
  readonly documented: { readonly measure: Measure; readonly atLeast: number; readonly says: string };
}
