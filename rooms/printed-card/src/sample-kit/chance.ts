/** Numbers from one seed: the same seed gives the same ones. */
export interface Chance {
  /** 0 <= x < 1. */
  even(): number;
  between(low: number, high: number): number;
  /** Mean 0, deviation 1. */
  normal(): number;
  whole(low: number, high: number): number;
}

/** A Weyl sequence, mixed by a 32-bit finaliser. */
export function seededChance(seed: string): Chance {
  let state = 0x51ed270b;
  for (const letter of seed) state = mix(state ^ (letter.codePointAt(0) ?? 0));
  const even = () => {
    state = (state + 0x9e3779b9) | 0;
    return (mix(state) >>> 0) / 2 ** 32;
  };
  return {
    even,
    between: (low, high) => low + (high - low) * even(),
    normal: () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()),
    whole: (low, high) => low + Math.floor((high - low + 1) * even()),
  };
}

function mix(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
