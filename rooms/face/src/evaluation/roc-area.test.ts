import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rocArea } from './roc-area.ts';
import { createScoreHistogram } from './score-histogram.ts';

describe('rocArea', () => {
  it('is the share of genuine and impostor pairs in right order, ties half, refused ones lowest', () => {
    const score = fc.integer({ min: -10, max: 10 }).map((n) => n / 10);
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 30 }),
        fc.array(score, { minLength: 1, maxLength: 30 }),
        fc.nat(3),
        (own, others, refused) => {
          const [genuine, impostor] = [createScoreHistogram(), createScoreHistogram()];
          for (const s of own) genuine.add(s);
          for (const s of others) impostor.add(s);
          let area = 0;
          for (const g of own) for (const i of others) area += g > i ? 1 : g === i ? 0.5 : 0;
          const expected = area / ((own.length + refused) * others.length);
          expect(rocArea(genuine, impostor, refused)).toBeCloseTo(expected, 9);
        },
      ),
    );
  });

  it('is null where one side is empty', () => {
    expect(rocArea(createScoreHistogram(), createScoreHistogram(), 2)).toBeNull();
  });
});
