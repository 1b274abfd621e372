import type { FaceStep } from '../verification/frame-guidance.ts';

/**
 * The steps of one verification: each turn to a side drawn anew, so that a recording of earlier turns fits by
 * chance only. Two turns to one side have a look back between them.
 */
export function planSteps(turns: number, random: () => number): readonly FaceStep[] {
  return ['look-straight', ...drawTurns(turns, random), 'done'];
}

/**
 * The plan after a turn to the wrong side at step `index`: back to the middle, then as many turns as were left
 * and one more, all drawn anew. The one more pays for the second chance that a recording gets as well.
 */
export function replanAfterWrongTurn(
  plan: readonly FaceStep[],
  index: number,
  random: () => number,
): readonly FaceStep[] {
  const left = plan.slice(index).filter((step) => step === 'turn-left' || step === 'turn-right').length;
  return [...plan.slice(0, index), 'look-back', ...drawTurns(left + 1, random), 'done'];
}

function drawTurns(count: number, random: () => number): readonly FaceStep[] {
  const steps: FaceStep[] = [];
  for (let i = 0; i < count; i++) {
    const turn = random() < 0.5 ? 'turn-left' : 'turn-right';
    if (steps.at(-1) === turn) steps.push('look-back');
    steps.push(turn);
  }
  return count > 0 ? [...steps, 'look-back'] : steps;
}
