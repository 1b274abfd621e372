/** A pair's outcome and the person whose pictures it compares. */
export interface PersonOutcome {
  readonly person: string;
  readonly missed: boolean;
}

const draws = 1000;

/**
 * 95 % interval of the share of missed pairs, by drawing people (not pairs, which hang together) a thousand
 * times. Without a miss among `n` people the upper end is 1 - 0.025^(1/n). The draws are the same at every call.
 */
export function intervalByPerson(outcomes: readonly PersonOutcome[]): readonly [number, number] {
  const counts = new Map<string, { pairs: number; missed: number }>();
  for (const { person, missed } of outcomes) {
    const count = counts.get(person) ?? { pairs: 0, missed: 0 };
    counts.set(person, { pairs: count.pairs + 1, missed: count.missed + Number(missed) });
  }
  const people = [...counts.values()];
  if (people.length === 0) return [0, 1];
  if (people.every(({ missed }) => missed === 0)) return [0, 1 - 0.025 ** (1 / people.length)];
  const next = generator();
  const shares = Array.from({ length: draws }, () => {
    let pairs = 0;
    let missed = 0;
    for (let i = 0; i < people.length; i += 1) {
      const one = people[Math.floor(next() * people.length)];
      pairs += one?.pairs ?? 0;
      missed += one?.missed ?? 0;
    }
    return missed / pairs;
  }).sort((a, b) => a - b);
  return [shares[Math.floor(0.025 * draws)] ?? 0, shares[Math.floor(0.975 * draws)] ?? 1];
}

/** Mulberry32: 0 to 1, the same row every time, so that a report can be had again. */
function generator(): () => number {
  let state = 20_250_601;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
