import { describe, expect, it } from 'vitest';
import { scoreImpostors, type TemplateMatrix } from './impostor-scores.ts';
import { createRandomSource } from './random-source.ts';

/** Rows of norm 1 of people who have three each; more rows than a block holds. */
function templates(count: number, length: number, seed: number): TemplateMatrix {
  const random = createRandomSource(seed);
  const vectors = new Float32Array(count * length);
  for (let i = 0; i < count; i++) {
    const row = Array.from({ length }, () => random() - 0.5);
    const norm = Math.hypot(...row);
    vectors.set(
      row.map((v) => v / norm),
      i * length,
    );
  }
  return {
    vectors,
    length,
    subjects: Int32Array.from({ length: count }, (_, i) => Math.floor(i / 3)),
    items: Int32Array.from({ length: count }, (_, i) => i + 7),
  };
}

function dot(a: TemplateMatrix, i: number, b: TemplateMatrix, j: number): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++)
    sum += (a.vectors[i * a.length + k] ?? 0) * (b.vectors[j * b.length + k] ?? 0);
  return sum;
}

const count = 1300;
const groupOfSubject = Int32Array.from({ length: count }, (_, subject) => (subject % 4 === 0 ? 0 : -1));

describe('scoreImpostors', () => {
  it('scores every two of different people once, over the borders of blocks, as a plain loop does', async () => {
    const left = templates(count, 8, 1);
    const found = await scoreImpostors(left, null, { groupOfSubject, groups: 1, threads: 1 });
    const all: { score: number; i: number; j: number }[] = [];
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        if (left.subjects[i] !== left.subjects[j]) all.push({ score: dot(left, i, left, j), i, j });
      }
    }
    expect(found.all.count).toBe(all.length);
    for (const at of [0.2, 0.5, 0.8]) {
      const expected = all.filter(({ score }) => score >= at).length;
      // Single precision may move a score that lies on the edge.
      expect(Math.abs(found.all.atLeast(at) - expected)).toBeLessThanOrEqual(2);
    }
    const inGroup = all.filter(({ i, j }) => [i, j].every((row) => Math.floor(row / 3) % 4 === 0));
    expect(found.within[0]?.count).toBe(inGroup.length);
    const best = all.reduce((most, pair) => (pair.score > most.score ? pair : most));
    expect(found.tail.scores[0]).toBeCloseTo(best.score, 5);
    expect([found.tail.first[0], found.tail.second[0]]).toEqual([best.i + 7, best.j + 7]);
  });

  it('scores each of one matrix with each of another, but for the same person and what is excepted', async () => {
    const [left, right] = [templates(30, 8, 1), templates(1100, 8, 2)];
    const except = { size: 1, has: (first: number, second: number) => first === 7 && second === 7 + 1000 };
    const found = await scoreImpostors(left, right, { groupOfSubject, groups: 1, except, threads: 1 });
    // Each of 30 rows meets 1,100, of which 3 are of the same person.
    expect(found.all.count).toBe(30 * (1100 - 3) - 1);
  });

  it('stops between blocks when it is told to', async () => {
    const left = templates(10, 8, 1);
    const signal = AbortSignal.abort();
    await expect(
      scoreImpostors(left, null, { groupOfSubject, groups: 1, threads: 1, signal }),
    ).rejects.toThrow('abort');
  });
});
