import { describe, expect, it } from 'vitest';
import { attackFigures } from './attack-figures.ts';
import type { AttackRecord } from './attack-task.ts';
import { everyKind, planAttacks } from './attack-tasks.ts';

const record: AttackRecord = {
  name: 'morph turning 0',
  kind: 'morph',
  way: 'turning',
  victim: 'sato',
  attacker: 'ito',
  frameEveryMs: 100,
  status: 'rejected',
  reasons: ['face-is-flat'],
  gaveUp: false,
  seconds: 12,
  frames: 100,
  similarity: 0.5,
  passive: 0.1,
  headTurn: 'not-met',
  leanIn: 'not-asked',
  stream: 'live',
  steps: [],
  advice: {},
  processorMs: 900,
};

describe('the figures of a run', () => {
  it('counts an attack that was let through, and a genuine person who was not', () => {
    const figures = attackFigures([
      record,
      { ...record, name: 'morph turning 1', status: 'verified' },
      { ...record, name: 'genuine turning 0', kind: 'genuine', status: 'verified' },
      { ...record, name: 'genuine turning 1', kind: 'genuine', status: 'undetermined', gaveUp: true },
    ]);
    expect(figures).toMatchObject([
      { kind: 'morph', count: 2, errors: 1, rate: 0.5, nonResponse: 0, wrong: ['morph turning 1'] },
      { kind: 'genuine', count: 2, errors: 1, nonResponse: 0.5, wrong: ['genuine turning 1'] },
    ]);
  });

  it('counts apart what comes through with the passive score in force', () => {
    const seen = { ...record, status: 'verified' as const };
    const [attack, genuine] = attackFigures([
      { ...seen, name: 'morph turning 0', passive: 0.1 },
      { ...seen, name: 'morph turning 1', passive: 0.9 },
      { ...seen, name: 'genuine turning 0', kind: 'genuine', passive: 0.3 },
      { ...seen, name: 'genuine turning 1', kind: 'genuine', passive: 0.99 },
    ]);
    expect(attack).toMatchObject({ errors: 2, shipped: { errors: 1, rate: 0.5 } });
    expect(genuine).toMatchObject({ errors: 0, shipped: { errors: 1, rate: 0.5 } });
  });

  it('gives none of 300 the interval of Clopper and Pearson, up to 1.2 %', () => {
    const [figures] = attackFigures(Array.from({ length: 300 }, () => record));
    expect(figures?.interval.low).toBe(0);
    expect(figures?.interval.high).toBeCloseTo(0.0122, 3);
  });

  it('takes a genuine person who leaned in for accepted, though the staff decides', () => {
    const leaning = { ...record, kind: 'genuine', way: 'without-turning', status: 'undetermined' } as const;
    const [figures] = attackFigures([
      { ...leaning, leanIn: 'met' },
      { ...leaning, leanIn: 'not-met' },
    ]);
    expect(figures?.errors).toBe(1);
  });
});

describe('the sessions of a run', () => {
  const plan = (count: number) =>
    planAttacks({ count, kinds: everyKind, people: ['a', 'b', 'c'], frameEveryMs: 100 });

  it('has every kind as often, and nobody attacks themselves', () => {
    const tasks = plan(10);
    for (const kind of everyKind) {
      expect(tasks.filter((task) => task.kind === kind && task.way === 'turning')).toHaveLength(10);
    }
    for (const { victim, attacker } of tasks) expect(attacker).not.toBe(victim);
  });

  it('begins a longer run with the sessions of a shorter one', () => {
    expect(plan(20).slice(0, plan(5).length)).toEqual(plan(5));
    expect(new Set(plan(20).map(({ name }) => name)).size).toBe(plan(20).length);
  });
});
