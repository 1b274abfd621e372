/** What the kit draws from one stream of random numbers. */
export interface Chance {
  /** 0 <= x < 1. */
  readonly even: () => number;
  between(low: number, high: number): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  yes(probability: number): boolean;
  oneOf<T>(choices: readonly [T, ...T[]]): T;
}

/** Shapes the numbers of `random` (0 <= x < 1); the same numbers give the same draws. */
export function createChance(random: () => number): Chance {
  const between = (low: number, high: number) => low + (high - low) * random();
  return {
    even: random,
    between,
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    yes: (probability) => random() < probability,
    oneOf: (choices) => choices[Math.floor(random() * choices.length)] ?? choices[0],
  };
}
