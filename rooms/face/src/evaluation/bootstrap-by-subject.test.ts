import { describe, expect, it } from 'vitest';
import { bootstrapBySubject } from './bootstrap-by-subject.ts';
import { createRandomSource } from './random-source.ts';

/** Forty people with two genuine pairs each, and every two people once as impostors. */
function people(seed: number) {
  const random = createRandomSource(seed);
  const subjects = 40;
  const genuine: [number, number][] = [];
  const impostor: [number, number, number][] = [];
  for (let i = 0; i < subjects; i++) {
    genuine.push([0.3 + 0.6 * random(), i], [0.3 + 0.6 * random(), i]);
    for (let j = 0; j < i; j++) impostor.push([0.6 * random(), i, j]);
  }
  return { subjects, genuine, impostor };
}

function scoresOf(rows: readonly (readonly number[])[]) {
  return {
    scores: Float64Array.from(rows, ([score]) => score ?? 0),
    first: Int32Array.from(rows, ([, one]) => one ?? 0),
    second: Int32Array.from(rows, ([, one, other]) => other ?? one ?? 0),
  };
}

function run(seed: number, keep: number) {
  const { subjects, genuine, impostor } = people(7);
  const tail = impostor.toSorted((p, q) => q[0] - p[0]).slice(0, Math.ceil(keep * impostor.length));
  return bootstrapBySubject({
    subjects,
    genuine: scoresOf(genuine),
    impostorTail: scoresOf(tail),
    impostorWeight: (weights) =>
      impostor.reduce((sum, [, i, j]) => sum + (weights[i] ?? 0) * (weights[j] ?? 0), 0),
    rates: [0.05, 0.01],
    threshold: 0.5,
    resamples: 400,
    seed,
  });
}

describe('bootstrapBySubject', () => {
  it('finds what resampling whole lists of pairs finds', () => {
    const { subjects, genuine, impostor } = people(7);
    const random = createRandomSource(3);
    const fnmrs: number[] = [];
    const fmrs: number[] = [];
    const thresholds: number[] = [];
    for (let resample = 0; resample < 400; resample++) {
      const drawn = Array.from({ length: subjects }, () => Math.floor(random() * subjects));
      const times = (i: number) => drawn.filter((of) => of === i).length;
      const repeat = <T extends readonly number[]>(rows: readonly T[], of: (row: T) => number) =>
        rows.flatMap((row) => Array.from({ length: of(row) }, () => row[0] ?? 0));
      const own = repeat(genuine, ([, i]) => times(i));
      const others = repeat(impostor, ([, i, j]) => times(i) * times(j)).sort((p, q) => q - p);
      fnmrs.push(own.filter((score) => score < 0.5).length / own.length);
      fmrs.push(others.filter((score) => score >= 0.5).length / others.length);
      thresholds.push(others[Math.floor(0.05 * others.length)] ?? 0);
    }
    const middle = (values: number[]) => {
      const sorted = values.toSorted((p, q) => p - q);
      return { low: sorted[10] ?? 0, high: sorted[389] ?? 0 };
    };
    const found = run(3, 1);
    const expectClose = (
      a: { low: number; high: number } | null | undefined,
      b: typeof a,
      digits: number,
    ) => {
      expect(a?.low).toBeCloseTo(b?.low ?? Number.NaN, digits);
      expect(a?.high).toBeCloseTo(b?.high ?? Number.NaN, digits);
    };
    expectClose(found.fnmrAtThreshold, middle(fnmrs), 2);
    expectClose(found.fmrAtThreshold, middle(fmrs), 2);
    expectClose(found.atRates[0]?.threshold, middle(thresholds), 2);
  });

  it('answers the same for the same seed, and the same from the tail as from all pairs', () => {
    expect(run(5, 0.5)).toEqual(run(5, 0.5));
    expect(run(5, 0.5)).toEqual(run(5, 1));
    expect(run(5, 1)).not.toEqual(run(6, 1));
  });

  it('says null where a resample leaves the tail before the rate is reached', () => {
    const found = run(5, 0.02);
    expect(found.atRates[0]?.threshold).toBeNull();
    expect(found.fmrAtThreshold).toBeNull();
    expect(found.fnmrAtThreshold).not.toBeNull();
  });
});
