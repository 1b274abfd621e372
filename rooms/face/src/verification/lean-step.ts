import { createLeanChallenge, type LeanChallenge } from '../liveness/lean-challenge.ts';
import { weighLean } from '../liveness/lean-evidence.ts';
import { adviceOn, type CollectFrame, goOn, type StepReport } from './collect-frame.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceSight } from './face-sight.ts';
import type { StraightView } from './straight-view.ts';

/** Leaning in, for people who cannot turn their head. */
export interface LeanStep {
  readonly met: boolean;
  ask(at: number): void;
  offer(
    sight: FaceSight,
    view: StraightView,
    collect: CollectFrame,
  ): Promise<StepReport | { readonly failed: 'lean-in-not-seen' }>;
  absent(at: number): StepReport | { readonly failed: 'lean-in-not-seen' };
  wipe(): void;
}

export function createLeanStep(policy: FacePolicy): LeanStep {
  let lean: LeanChallenge | null = null;
  let met = false;
  const late = (at: number) => lean?.isOver(at) === true;
  return {
    get met() {
      return met;
    },
    ask(at) {
      lean = createLeanChallenge(policy.lean, at);
    },
    async offer(sight, view, collect) {
      const seen = weighLean(view.landmarks, sight.landmarks);
      const taken = await collect(sight, 'near');
      if (taken === null || lean === null) return goOn(null);
      const state = lean.offer(seen, taken.state === 'taken');
      if (state.met) {
        met = true;
        return { advice: null, share: 1, done: true };
      }
      if (late(sight.at)) return { failed: 'lean-in-not-seen' };
      const advice = taken.state === 'unclear' ? adviceOn(taken) : state.near ? 'hold-still' : 'lean-further';
      return goOn(advice, 0.9 * state.progress);
    },
    absent: (at) => (late(at) ? { failed: 'lean-in-not-seen' } : goOn(null)),
    wipe() {
      lean = null;
      met = false;
    },
  };
}
