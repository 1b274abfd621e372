import type { NetworkOutput } from '../engine/text-network.ts';

/** One letter as it was read. */
export interface ReadLetter {
  readonly letter: string;
  /** 0..1 */
  readonly certainty: number;
}

/**
 * The letters of one line out of the recognition network's steps (connectionist temporal classification, best
 * path): the likeliest class of each step, repeats joined, the blank (class 0) left out.
 *
 * @param letters of class 1 and on
 */
export function decodeLetters({ data, shape }: NetworkOutput, letters: readonly string[]): ReadLetter[] {
  const [, steps = 0, classes = 0] = shape;
  if (classes !== letters.length + 1) throw new Error(`${classes} classes for ${letters.length} letters`);
  const read: ReadLetter[] = [];
  let before = 0;
  for (let step = 0; step < steps; step++) {
    const from = step * classes;
    let best = 0;
    for (let one = 1; one < classes; one++) {
      if ((data[from + one] ?? 0) > (data[from + best] ?? 0)) best = one;
    }
    if (best !== 0) {
      const certainty = data[from + best] ?? 0;
      const last = read.at(-1);
      if (best !== before) read.push({ letter: letters[best - 1] ?? '', certainty });
      else if (last !== undefined && certainty > last.certainty)
        read[read.length - 1] = { ...last, certainty };
    }
    before = best;
  }
  return read;
}
