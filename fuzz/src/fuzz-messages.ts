/** What the thread of a target is told. */
export interface FuzzOrder {
  readonly name: string;
  /** URL of the module whose `fuzzTargets` holds the target. */
  readonly targets: string;
  readonly seconds: number;
  readonly seed: number;
  /** The input that is being read now, its length, and a count that goes up with every input. */
  readonly current: SharedArrayBuffer;
  readonly length: SharedArrayBuffer;
  readonly beats: SharedArrayBuffer;
}

/** What it answers. */
export type FuzzReport =
  | { readonly kind: 'finding'; readonly inputs: number; readonly input: Uint8Array; readonly what: string }
  | {
      readonly kind: 'done';
      readonly inputs: number;
      readonly corpus: number;
      /** Characters of code reached by the samples alone, and in all. */
      readonly reachedBySamples: number;
      readonly reached: number;
      /** Memory held after the run over memory held after its first third. */
      readonly grownMegabytes: number;
    };
