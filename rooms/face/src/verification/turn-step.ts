import { createTurnChallenge, type TurnChallenge, type TurnFrame } from '../liveness/turn-challenge.ts';
import { turnSolidity, weighTurn } from '../liveness/turn-evidence.ts';
import { type CollectFrame, goOn, type StepReport } from './collect-frame.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceSight } from './face-sight.ts';
import type { FaceAdvice } from './frame-guidance.ts';
import type { StraightView } from './straight-view.ts';

/** Yaw from which a turning frame is worth embedding. */
const turningYaw = 0.06;

/** What a turn came to. */
export type TurnReport =
  | StepReport
  | { readonly wrongSide: true }
  | { readonly failed: 'head-turn-not-seen' | 'face-is-flat' };

/** The turns of one verification, one after the other. */
export interface TurnStep {
  /** How many were met. */
  readonly met: number;
  /** Mean of `turnSolidity` over the frames of all turns so far; null before the first. */
  readonly solidity: number | null;
  ask(side: 'left' | 'right', at: number): void;
  offer(
    sight: FaceSight,
    view: StraightView,
    hindrance: FaceAdvice | null,
    collect: CollectFrame,
  ): Promise<TurnReport>;
  /** No single face was seen: the time of the turn runs on. */
  absent(at: number): TurnReport;
  wipe(): void;
}

export function createTurnStep(policy: FacePolicy): TurnStep {
  let turn: TurnChallenge | null = null;
  let met = 0;
  let sign = 1;
  let [sum, count] = [0, 0];
  return {
    get met() {
      return met;
    },
    get solidity() {
      return count === 0 ? null : sum / count;
    },
    ask(side, at) {
      sign = side === 'left' ? 1 : -1;
      const reach = met < policy.turn.full ? 'full' : 'short';
      turn = createTurnChallenge({ side, reach, askedAt: at }, policy.turn);
    },
    async offer(sight, view, hindrance, collect) {
      const yaw = sight.pose.yaw - view.yaw;
      let samePerson: boolean | null = null;
      if (hindrance === null && Math.abs(yaw) > turningYaw) {
        const taken = await collect(sight, `turn-${met + 1}`);
        if (taken === null) return goOn(null);
        if (taken.state !== 'waiting') samePerson = taken.state === 'taken';
      }
      const evidence = weighTurn(view.landmarks, sight.landmarks);
      if (evidence !== null && sign * yaw >= policy.turn.shortYaw) {
        sum += turnSolidity(evidence, yaw);
        count++;
      }
      return report({ yaw, evidence, samePerson, at: sight.at }, hindrance);
    },
    absent: (at) => report({ yaw: 0, evidence: null, samePerson: null, at }, null),
    wipe() {
      turn = null;
      met = 0;
      [sum, count] = [0, 0];
    },
  };

  function report(frame: TurnFrame, hindrance: FaceAdvice | null): TurnReport {
    const state = turn?.offer(frame);
    switch (state?.state) {
      case undefined:
        return goOn(hindrance);
      case 'open':
        return goOn(hindrance ?? state.advice, 0.9 * state.progress);
      case 'met':
        met++;
        return { advice: null, share: 1, done: true };
      case 'wrong-side':
        return { wrongSide: true };
      case 'not-met':
        return { failed: state.code };
    }
  }
}
