import { expect, it } from 'vitest';
import { decodeLetters } from './decode-letters.ts';

const letters = ['1', '2', '年'];
/** One step for each class, with that certainty. */
const output = (steps: readonly (readonly [number, number])[]) => {
  const data = new Float32Array(steps.length * 4);
  for (const [step, [best, certainty]] of steps.entries()) data[step * 4 + best] = certainty;
  return { data, shape: [1, steps.length, 4] };
};

it('joins repeats, parts what a blank parts, and keeps the surest step of each letter', () => {
  const read = decodeLetters(
    output([
      [0, 1],
      [1, 0.75],
      [1, 0.5],
      [0, 1],
      [1, 0.5],
      [2, 1],
      [3, 0.25],
    ]),
    letters,
  );
  expect(read).toEqual([
    { letter: '1', certainty: 0.75 },
    { letter: '1', certainty: 0.5 },
    { letter: '2', certainty: 1 },
    { letter: '年', certainty: 0.25 },
  ]);
});

it('does not go on with a network of another alphabet', () => {
  expect(() => decodeLetters(output([[0, 1]]), ['1'])).toThrow('classes');
});
