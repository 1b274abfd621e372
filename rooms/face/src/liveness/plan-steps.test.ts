import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSteps, replanAfterWrongTurn } from './plan-steps.ts';

describe('planSteps', () => {
  it('asks as many turns as wanted, between a straight look and a look back', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        fc.integer({ min: 1, max: 4 }),
        (values, turns) => {
          const plan = planSteps(turns, () => values.next().value ?? 0);
          expect(plan[0]).toBe('look-straight');
          expect(plan.slice(-2)).toEqual(['look-back', 'done']);
          expect(plan.filter((step) => step.startsWith('turn-'))).toHaveLength(turns);
          expect(plan.some((step, i) => step === plan[i + 1])).toBe(false);
        },
      ),
    );
  });

  it('asks both sides and both orders over many plans', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const seen = new Set(Array.from({ length: 100 }, () => planSteps(2, random).join(' ')));
    expect(seen.size).toBe(4);
  });

  it('asks no turn when none is wanted', () => {
    expect(planSteps(0, () => 0)).toEqual(['look-straight', 'done']);
  });
});

describe('replanAfterWrongTurn', () => {
  it('looks back and asks so many turns anew', () => {
    const plan = ['look-straight', 'turn-left', 'turn-right', 'look-back', 'done'] as const;
    expect(replanAfterWrongTurn(plan, 2, 2, () => 0.9)).toEqual([
      'look-straight',
      'turn-left',
      'look-back',
      'turn-right',
      'look-back',
      'turn-right',
      'look-back',
      'done',
    ]);
  });
});
