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

/** Keeps between half of `capacity` and `capacity` pairs; all, as long as they are no more. */
export function createScoreTail(capacity = 2 ** 21): ScoreTail {
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
  return {
    get cutoff() {
      return cutoff;
    },
    add(score, one, other) {
      if (score < cutoff) return;
      if (size === capacity) {
        const best = gather(ranked().subarray(0, capacity / 2));
        size = best.scores.length;
        scores.set(best.scores);
        first.set(best.first);
        second.set(best.second);
        cutoff = scores[size - 1] ?? cutoff;
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
