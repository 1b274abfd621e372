import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSimilarity, invertSimilarity, type SimilarityTransform } from './similarity-transform.ts';

const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const transform = fc.record({
  angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  scale: fc.double({ min: 0.05, max: 20, noNaN: true }),
  tx: coordinate,
  ty: coordinate,
});
const points = fc.array(coordinate, { minLength: 4, maxLength: 20 }).map((list) => {
  const even = list.length % 2 === 0 ? list : list.slice(1);
  // Two points far apart, so that the transform is well determined.
  return [-300, 40, 300, -70, ...even];
});

function apply({ a, b, tx, ty }: SimilarityTransform, from: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < from.length; i += 2) {
    const [x = 0, y = 0] = [from[i], from[i + 1]];
    out.push(a * x - b * y + tx, b * x + a * y + ty);
  }
  return out;
}

describe('estimateSimilarity', () => {
  it('finds the transform that made the points', () => {
    fc.assert(
      fc.property(transform, points, ({ angle, scale, tx, ty }, from) => {
        const made = { a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx, ty };
        const found = estimateSimilarity(from, apply(made, from));
        expect(found.a).toBeCloseTo(made.a, 6);
        expect(found.b).toBeCloseTo(made.b, 6);
        expect(found.tx).toBeCloseTo(tx, 4);
        expect(found.ty).toBeCloseTo(ty, 4);
      }),
    );
  });

  it('leaves no smaller squared error in its neighbourhood when the points do not fit', () => {
    const from = [0, 0, 10, 0, 0, 10, 10, 12];
    const to = [1, 2, 30, 0, 5, 31, 27, 30];
    const error = (t: SimilarityTransform) =>
      apply(t, from).reduce((sum, v, i) => sum + (v - (to[i] ?? 0)) ** 2, 0);
    const best = estimateSimilarity(from, to);
    for (const key of ['a', 'b', 'tx', 'ty'] as const) {
      for (const step of [-1e-3, 1e-3]) {
        expect(error({ ...best, [key]: best[key] + step })).toBeGreaterThan(error(best));
      }
    }
  });

  it('throws when all points coincide', () => {
    expect(() => estimateSimilarity([1, 1, 1, 1], [0, 0, 2, 2])).toThrow(RangeError);
  });
});

describe('invertSimilarity', () => {
  it('undoes the transform', () => {
    const there = { a: 1.2, b: -0.7, tx: 30, ty: -4 };
    const points = [3, 4, -10, 22];
    const back = apply(invertSimilarity(there), apply(there, points));
    for (const [i, v] of back.entries()) expect(v).toBeCloseTo(points[i] ?? Number.NaN, 9);
  });
});
