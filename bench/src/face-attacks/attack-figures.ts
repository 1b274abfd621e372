import { defaultFacePolicy } from '@honnin/face';
import { binomialInterval } from '@honnin/face/evaluation';
import type { AttackRecord } from './attack-task.ts';

/** Clopper-Pearson, 95 %. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is reported of one kind of attack, or of genuine people, by one way. */
export interface AttackFigures {
  readonly kind: string;
  readonly way: string;
  readonly count: number;
  /**
   * Attacks that were let through (their share is the APCER of ISO/IEC 30107-3), or genuine people who were not
   * (BPCER). By the way without turning, which leaves the decision to the staff, a genuine person has come
   * through when the leaning counted as met.
   */
  readonly errors: number;
  readonly rate: number;
  readonly interval: Interval;
  /** The same with the passive score in force, as shipped; the sessions are played with it relaxed. */
  readonly shipped: { readonly errors: number; readonly rate: number; readonly interval: Interval };
  /** Share of presentations that came to no answer (APNRR, BPNRR): the player gave up before a screen at rest. */
  readonly nonResponse: number;
  /** How often each reason was among those of a result, most frequent first. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Medians over the sessions. */
  readonly seconds: number;
  readonly processorMs: number;
  /** Names (seeds) of the sessions that went wrong. */
  readonly wrong: readonly string[];
}

/** Figures for each kind and way, in the order in which they first appear. */
export function attackFigures(records: readonly AttackRecord[]): readonly AttackFigures[] {
  const groups = new Map<string, AttackRecord[]>();
  for (const record of records) {
    const key = `${record.kind} ${record.way}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].map(figuresOf);
}

function figuresOf(records: readonly AttackRecord[]): AttackFigures {
  const [{ kind, way } = { kind: '', way: '' }] = records;
  const wrong = records.filter((record) => accepted(record) !== (record.kind === 'genuine'));
  const shipped = records.filter(
    (record) => (accepted(record) && hasPassedPassive(record)) !== (record.kind === 'genuine'),
  ).length;
  const reasons = new Map<string, number>();
  for (const record of records) {
    for (const code of new Set(record.reasons)) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  }
  return {
    kind,
    way,
    count: records.length,
    errors: wrong.length,
    rate: wrong.length / records.length,
    interval: binomialInterval(wrong.length, records.length),
    shipped: {
      errors: shipped,
      rate: shipped / records.length,
      interval: binomialInterval(shipped, records.length),
    },
    nonResponse: records.filter(({ gaveUp }) => gaveUp).length / records.length,
    reasons: Object.fromEntries([...reasons].sort((p, q) => q[1] - p[1])),
    seconds: median(records.map(({ seconds }) => seconds)),
    processorMs: median(records.map(({ processorMs }) => processorMs)),
    wrong: wrong.map(({ name }) => name),
  };
}

function accepted({ kind, status, way, leanIn }: AttackRecord): boolean {
  if (kind === 'genuine' && way === 'without-turning') return leanIn === 'met' && status !== 'rejected';
  return status === 'verified';
}

function hasPassedPassive({ passive }: AttackRecord): boolean {
  return passive !== null && passive >= defaultFacePolicy.passiveLivenessThreshold;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((p, q) => p - q);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
