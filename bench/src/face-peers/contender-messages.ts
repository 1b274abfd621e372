import type { Pixels } from './contender.ts';

/** What the measuring process asks of a contender's process, one request at a time. */
export type Request =
  | { readonly kind: 'open' }
  | { readonly kind: 'embed'; readonly pixels: Pixels }
  | { readonly kind: 'memory' };

/** Milliseconds inside the contender's process: elapsed, and of the processor, all of its threads. */
export interface Cost {
  readonly elapsedMs: number;
  readonly processorMs: number;
}

/** One picture's template, or null with `trouble` when the library threw. */
export interface Embedded extends Cost {
  readonly vector: Float32Array | null;
  readonly trouble?: string;
}

export type Answer =
  | ({ readonly kind: 'opened' } & Cost)
  | ({ readonly kind: 'embedded' } & Embedded)
  | { readonly kind: 'memory'; readonly peakBytes: number }
  | { readonly kind: 'broken'; readonly message: string };
