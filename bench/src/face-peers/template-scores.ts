import type { Measure } from './contender.ts';

/** Scores between templates; a picture without one (null) scores -Infinity with everything. */
export interface TemplateScores {
  readonly score: (a: number, b: number) => number;
  /** Scores of every two pictures of different people. */
  readonly impostors: () => Float32Array;
}

export function templateScores(
  templates: readonly (Float32Array | null)[],
  people: readonly string[],
  measure: Measure,
): TemplateScores {
  const squares = templates.map((template) => (template === null ? 0 : dot(template, template)));
  const score = (a: number, b: number): number => {
    const [p, q] = [templates[a], templates[b]];
    if (!p || !q) return Number.NEGATIVE_INFINITY;
    const [pp = 0, qq = 0] = [squares[a], squares[b]];
    const product = dot(p, q);
    return measure === 'cosine'
      ? product / Math.sqrt(pp * qq)
      : -Math.sqrt(Math.max(0, pp + qq - 2 * product));
  };
  return {
    score,
    impostors() {
      const scores = new Float32Array((templates.length * (templates.length - 1)) / 2);
      let count = 0;
      for (let a = 0; a < templates.length; a += 1)
        for (let b = a + 1; b < templates.length; b += 1)
          if (people[a] !== people[b]) scores[count++] = score(a, b);
      return scores.subarray(0, count);
    },
  };
}

function dot(p: Float32Array, q: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i += 1) sum += (p[i] ?? 0) * (q[i] ?? 0);
  return sum;
}
