import { describe, expect, it } from 'vitest';
import { intervalByPerson } from './interval-by-person.ts';

const outcomes = (people: number, pairsEach: number, missing: (person: number) => boolean) =>
  Array.from({ length: people * pairsEach }, (_, i) => {
    const person = i % people;
    return { person: String(person), missed: missing(person) };
  });

describe('intervalByPerson', () => {
  it('covers the share, and is wider when the same misses sit with fewer people', () => {
    const many = intervalByPerson(outcomes(400, 1, (person) => person % 10 === 0));
    const few = intervalByPerson(outcomes(40, 10, (person) => person % 10 === 0));
    for (const [low, high] of [many, few]) {
      expect(low).toBeLessThan(0.1);
      expect(high).toBeGreaterThan(0.1);
    }
    expect(few[1] - few[0]).toBeGreaterThan(2 * (many[1] - many[0]));
  });

  it('does not take no miss among few people for certainty', () => {
    const [low, high] = intervalByPerson(outcomes(20, 5, () => false));
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.168, 3);
  });

  it('says the same every time', () => {
    const some = outcomes(50, 2, (person) => person % 7 === 0);
    expect(intervalByPerson(some)).toEqual(intervalByPerson(some));
  });
});
