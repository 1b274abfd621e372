import {
  type AttackKind,
  attackKinds,
  createChance,
  extraAttackKinds,
  seededRandom,
} from '@honnin/face/attack-kit';
import type { AttackTask } from './attack-task.ts';

export interface AttackPlan {
  /** Sessions of each kind by turning the head; a fifth as many go the way without turning. */
  readonly count: number;
  readonly kinds: readonly (AttackKind | 'genuine')[];
  readonly people: readonly string[];
  readonly frameEveryMs: number;
  /** Leaves out the way without turning, which the machine never verifies. */
  readonly turningOnly?: boolean;
}

/** All kinds there are, genuine people first. */
export const everyKind: readonly (AttackKind | 'genuine')[] = [
  'genuine',
  ...attackKinds,
  ...extraAttackKinds,
];

/**
 * The sessions of a run, kinds taking turns, so that a run that is stopped early has about as many of each. Who
 * attacks whom and the seed follow from kind, way and number alone: a longer run begins with the same sessions.
 */
export function planAttacks(plan: AttackPlan): readonly AttackTask[] {
  const { count, kinds, people, frameEveryMs, turningOnly = false } = plan;
  const tasks: AttackTask[] = [];
  for (let i = 0; i < count; i++) {
    for (const kind of kinds) {
      tasks.push(task(kind, 'turning', i, people, frameEveryMs));
      // A film in the wrong order has no order to be wrong in when there are no turns.
      if (!turningOnly && i % 5 === 0 && kind !== 'screen-replay-wrong-order') {
        tasks.push(task(kind, 'without-turning', i / 5, people, frameEveryMs));
      }
    }
  }
  return tasks;
}

function task(
  kind: AttackKind | 'genuine',
  way: AttackTask['way'],
  number: number,
  people: readonly string[],
  frameEveryMs: number,
): AttackTask {
  const name = `${kind} ${way} ${number}`;
  const chance = createChance(seededRandom(`pair ${name}`));
  const victim = people[Math.floor(chance.even() * people.length)] ?? '';
  const others = people.filter((id) => id !== victim);
  const attacker = others[Math.floor(chance.even() * others.length)] ?? '';
  return { name, kind, way, victim, attacker, frameEveryMs };
}
