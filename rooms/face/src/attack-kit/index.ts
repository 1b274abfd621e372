export { type AttackKind, attackKinds, extraAttackKinds } from './attack-kind.ts';
export { type Chance, createChance } from './chance.ts';
export {
  type AttackCast,
  type AttackPlay,
  attackPlayer,
  type GenuinePlay,
  playAttack,
  playGenuine,
} from './play-attack.ts';
export type { FaceWay, PlayedSession } from './play-session.ts';
export { seededRandom } from './seeded-random.ts';
export { openSubject, type Subject } from './subject.ts';
