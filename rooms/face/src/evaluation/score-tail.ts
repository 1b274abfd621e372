/** Scores with what was compared, by falling score. */
export interface ScoredPairs {
  readonly scores: Float64Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** The highest scores of any number of pairs, in bounded memory. */
export interface ScoreTail {
  /** Scores under it are no longer wanted. */
  readonly cutoff: number;
  add(score: number, first: number, second: number): void;
  /** All that were kept, by falling score (to 4e-9). Every pair that scored over the last one is among them. */
  take(): ScoredPairs;
}

/** Keeps about half of `capacity` to `capacity` pairs; all, as long as they are no more. */
export function createScoreTail(capacity = 2 ** 20): ScoreTail {
  const scores = new Float32Array(capacity);
  const first = new Int32Array(capacity);
  const second = new Int32Array(capacity);
  let size = 0;
  let cutoff = -2;
  const ranked = (): Float64Array => {
    // Score and place in one number, so that the sort needs no callback: 29 bits of score, 22 of place.
    const keys = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      keys[i] = Math.floor(((scores[i] ?? 0) + 1.5) * 2 ** 27) * 2 ** 22 + i;
    }
    return keys.sort().reverse();
  };
  const gather = (keys: Float64Array): ScoredPairs => {
    const places = Uint32Array.from(keys, (key) => key % 2 ** 22);
    return {
      scores: Float64Array.from(places, (i) => scores[i] ?? 0),
      first: Int32Array.from(places, (i) => first[i] ?? 0),
      second: Int32Array.from(places, (i) => second[i] ?? 0),
    };
  };
  /** Drops the lower half: all under a score that is found by counting, in one pass. */
  const compact = () => {
    const counts = new Uint32Array(2 ** 16);
    const bin = (score: number) => Math.min(2 ** 16 - 1, Math.max(0, Math.floor((score + 1) * 2 ** 15)));
    for (let i = 0; i < size; i++) {
      const at = bin(scores[i] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    let [lowest, kept] = [2 ** 16, 0];
    while (lowest > 0 && kept + (counts[lowest - 1] ?? 0) <= capacity / 2) {
      lowest -= 1;
      kept += counts[lowest] ?? 0;
    }
    cutoff = lowest / 2 ** 15 - 1;
    let to = 0;
    for (let i = 0; i < size; i++) {
      if (bin(scores[i] ?? 0) < lowest) continue;
      scores[to] = scores[i] ?? 0;
      first[to] = first[i] ?? 0;
      second[to] = second[i] ?? 0;
      to += 1;
    }
    size = to;
  };
  return {
    get cutoff() {
      return cutoff;
    },
    add(score, one, other) {
      if (score < cutoff) return;
      if (size === capacity) {
        compact();
        if (score < cutoff) return;
      }
      scores[size] = score;
      first[size] = one;
      second[size] = other;
      size += 1;
    },
    take: () => gather(ranked()),
  };
}
