import type { FaceStep } from '../verification/frame-guidance.ts';

/** The steps for people who cannot turn their head. */
export const stepsWithoutTurning: readonly FaceStep[] = ['look-straight', 'lean-in', 'look-back', 'done'];

/**
 * The steps of one verification: each turn to a side drawn anew, so that a recording of earlier turns fits by
 * chance only, one time in two to the power of `turns`. Two turns to one side have a look back between them.
 */
export function planSteps(turns: number, random: () => number): readonly FaceStep[] {
  return ['look-straight', ...drawTurns(turns, random), 'done'];
}

/**
 * The plan after a turn to the wrong side at step `index`: back to the middle, then `turns` turns drawn anew. A
 * recording gets this second chance too, so the caller asks for more turns than the first time.
 */
export function replanAfterWrongTurn(
  plan: readonly FaceStep[],
  index: number,
  turns: number,
  random: () => number,
): readonly FaceStep[] {
  return [...plan.slice(0, index), 'look-back', ...drawTurns(turns, random), 'done'];
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
