/** Something that reads bytes which a stranger wrote, and what must hold for any bytes at all. */
export interface FuzzTarget {
  readonly name: string;
  /** Valid and broken inputs to begin with, made at run time. */
  samples(): Promise<readonly Uint8Array[]>;
  /**
   * Reads one input. Whatever is thrown is a finding: a reader answers hostile bytes with a failure of its
   * own, never with an exception.
   */
  read(input: Uint8Array): void | Promise<void>;
}

/** Throws when what must hold does not, so that the fuzzer notes a finding. */
export function mustHold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
