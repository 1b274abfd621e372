/** A seeded stream of random numbers, so that every picture can be made again exactly. */
export interface RandomStream {
  /** Evenly in [0, 1). */
  even(): number;
  /** Normally distributed, mean 0, standard deviation 1. */
  normal(): number;
}

/** Mixes seed words with a 32-bit avalanche and steps a Weyl sequence through the same mixer. */
export function randomStream(...seeds: readonly (number | string)[]): RandomStream {
  let state = 0x9e3779b9;
  for (const seed of seeds) {
    for (const character of String(seed)) state = mix(state ^ (character.codePointAt(0) ?? 0));
    state = mix(state ^ 0x5f);
  }
  const even = () => {
    state = (state + 0x9e3779b9) | 0;
    return (mix(state) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  return { even, normal };
}

function mix(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
