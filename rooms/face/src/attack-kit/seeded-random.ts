/** Numbers 0 <= x < 1 that are the same for the same seed: 32-bit words of a Weyl sequence, mixed. */
export function seededRandom(seed: string): () => number {
  let state = 0x9e3779b9;
  for (const character of seed) state = mix(state ^ (character.codePointAt(0) ?? 0));
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return (mix(state) >>> 0) / 2 ** 32;
  };
}

function mix(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
