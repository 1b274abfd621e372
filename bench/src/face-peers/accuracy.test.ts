import { describe, expect, it } from 'vitest';
import { accuracyOf } from './accuracy.ts';
import { contenders } from './contenders.ts';

const contender = contenders.find(({ kind }) => kind === 'face-api') ?? contenders[0];
const pictures = Array.from({ length: 80 }, (_, i) => ({ file: `${i}`, person: `${i >> 1}` }));
const pairs = Array.from({ length: 40 }, (_, person) => ({ a: 2 * person, b: 2 * person + 1, same: true }));

/** Each person has a direction; the length of the template says nothing. */
const templates = pictures.map((_, i) => {
  const angle = ((i >> 1) * Math.PI) / 40;
  const length = i % 2 === 0 ? 1 : 3;
  return Float32Array.of(length * Math.cos(angle), length * Math.sin(angle));
});

describe('accuracyOf', () => {
  it('takes the measure that serves the library better, and compares everybody with everybody', () => {
    if (contender === undefined) throw new Error('no contender');
    const { measure, allPairs, listed } = accuracyOf(contender, templates, { pictures, pairs }, [true]);
    expect(measure).toBe('cosine');
    expect(allPairs).toMatchObject({ genuinePairs: 40, impostorPairs: (80 * 79) / 2 - 40, auc: 1 });
    expect(allPairs.points.map(({ fnmr }) => fnmr)).toEqual([0, 0, null, null]);
    expect(listed).toBeNull();
  });

  it('counts a picture without a template as a miss, and leaves it out where all are asked to have one', () => {
    if (contender === undefined) throw new Error('no contender');
    const some = templates.map((template, i) => (i === 0 ? null : template));
    const everybodys = some.map((template) => template !== null);
    const { allPairs, processedByAll } = accuracyOf(contender, some, { pictures, pairs }, everybodys);
    expect(allPairs.points[0]?.fnmr).toBe(1 / 40);
    expect(processedByAll.genuinePairs).toBe(39);
  });
});
