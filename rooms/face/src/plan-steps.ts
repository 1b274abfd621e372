import type { FaceStep } from './frame-guidance.ts';

/**
 * The steps of one verification: each turn to a side drawn anew, so that a recording of earlier turns fits by
 * chance only. Two turns to one side have a look back between them.
 */
export function planSteps(turns: number, random: () => number): readonly FaceStep[] {
  const steps: FaceStep[] = ['look-straight'];
  for (let i = 0; i < turns; i++) {
    const turn = random() < 0.5 ? 'turn-left' : 'turn-right';
    if (steps.at(-1) === turn) steps.push('look-back');
    steps.push(turn);
  }
  if (turns > 0) steps.push('look-back');
  return [...steps, 'done'];
}
