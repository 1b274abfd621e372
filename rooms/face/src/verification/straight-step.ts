import { adviceOn, type CollectFrame, goOn, type StepReport } from './collect-frame.ts';
import type { FaceEvidence } from './face-evidence.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceSight } from './face-sight.ts';
import type { StraightView } from './straight-view.ts';

/** How many straight frames come before the turns. */
const straightFrames = 2;
/** Yaw by which a head at rest moves from frame to frame at the most. */
const restYaw = 0.05;

/** The first step: looking straight, until there are frames enough and the first turn may be asked. */
export interface StraightStep {
  readonly view: StraightView | null;
  offer(sight: FaceSight, collect: CollectFrame): Promise<StepReport>;
  /** Forgets the person; the next frame begins anew. */
  wipe(): void;
}

/**
 * The first turn is asked of a head at rest, at a moment that nobody can know beforehand: a recording whose turn
 * is already under way is behind by one.
 */
export function createStraightStep(
  evidence: FaceEvidence,
  policy: FacePolicy,
  random: () => number,
): StraightStep {
  let view: StraightView | null = null;
  let lastYaw: number | null = null;
  let askAt: number | null = null;
  return {
    get view() {
      return view;
    },
    async offer(sight, collect) {
      const { yaw } = sight.pose;
      const atRest = lastYaw !== null && Math.abs(yaw - lastYaw) < restYaw;
      lastYaw = yaw;
      const taken = await collect(sight, 'straight');
      if (taken === null) return goOn(null);
      if (taken.state === 'taken' && (view === null || taken.norm > view.norm)) {
        view?.landmarks.points.fill(0);
        const { landmarks, box, pose } = sight;
        view = { landmarks, box, yaw, eyeDistance: pose.eyeDistance, norm: taken.norm };
      }
      const wanted = policy.turn.count === 0 ? policy.wantedFrames : straightFrames;
      const share = Math.min(0.9, evidence.count / wanted);
      if (evidence.count < wanted) return goOn(adviceOn(taken), share);
      askAt ??= sight.at + random() * policy.turn.startWithinMs;
      return { advice: null, share, done: sight.at >= askAt && atRest };
    },
    wipe() {
      view?.landmarks.points.fill(0);
      view = null;
      lastYaw = null;
      askAt = null;
    },
  };
}
