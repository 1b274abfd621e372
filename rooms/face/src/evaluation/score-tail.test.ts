import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScoreTail } from './score-tail.ts';

describe('the score tail', () => {
  it('never loses a pair over the lowest that it kept, and falls', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -9_000, max: 9_000 }).map((n) => Math.fround(n / 9_000)),
          { maxLength: 300 },
        ),
        (scores) => {
          const tail = createScoreTail(32);
          for (const [i, score] of scores.entries()) tail.add(score, i, -i);
          const kept = tail.take();
          expect(kept.scores.length).toBeLessThanOrEqual(32);
          expect([...kept.scores]).toEqual([...kept.scores].sort((p, q) => q - p));
          for (const [at, i] of kept.first.entries()) expect(kept.scores[at]).toBe(scores[i]);
          const lowest = kept.scores[kept.scores.length - 1];
          const above = scores.filter((score) => lowest !== undefined && score > lowest).length;
          expect([...kept.scores].filter((score) => score > (lowest ?? 2)).length).toBe(above);
          if (scores.length <= 32) expect(kept.scores.length).toBe(scores.length);
        },
      ),
    );
  });
});
