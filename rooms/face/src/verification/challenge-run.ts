import { type Reason, reason } from '@honnin/outcome';
import type { Landmarks } from '../engine/landmarks.ts';
import { planSteps, replanAfterWrongTurn, stepsWithoutTurning } from '../liveness/plan-steps.ts';
import { createBackStep } from './back-step.ts';
import type { CollectFrame, StepReport } from './collect-frame.ts';
import type { FaceEvidence } from './face-evidence.ts';
import type { FacePolicy } from './face-policy.ts';
import type { FaceSight } from './face-sight.ts';
import type { FaceAdvice, FaceStep } from './frame-guidance.ts';
import { createLeanStep } from './lean-step.ts';
import { createStraightStep } from './straight-step.ts';
import type { StraightView } from './straight-view.ts';
import { createTurnStep, type TurnReport } from './turn-step.ts';

/** The steps of one verification in their order, for one person; whoever comes instead begins anew. */
export interface ChallengeRun {
  readonly step: FaceStep;
  /** 0..1 over all steps. */
  readonly progress: number;
  /** Whether the first step is done, so that a change of face matters. */
  readonly begun: boolean;
  readonly turns: 'met' | 'not-met' | 'not-asked';
  readonly lean: 'met' | 'not-met' | 'not-asked';
  /** Null while it runs; then why it ended early, or `complete`. */
  readonly ended: Reason | 'complete' | null;
  /** One good frame of one face; answers what to say. `hindrance`: what is wrong with the picture. */
  advance(sight: FaceSight, hindrance: FaceAdvice | null, collect: CollectFrame): Promise<FaceAdvice | null>;
  /** No single face was seen: the time of a step runs on. */
  absent(at: number): void;
  /** Somebody else, or nobody, was there: all begins anew, with new turns. */
  restart(why: string): void;
  chooseLean(): void;
  /** Whether these points are kept as the straight look, and so must not be overwritten yet. */
  keeps(landmarks: Landmarks): boolean;
  wipe(): void;
}

/** How often it may begin anew because the face was lost or became another one. */
const maximumRestarts = 4;

/** `adviseStraight`: what keeps a straight look from counting. */
export function createChallengeRun(
  evidence: FaceEvidence,
  policy: FacePolicy,
  random: () => number,
  adviseStraight: (sight: FaceSight) => FaceAdvice | null,
): ChallengeRun {
  const straight = createStraightStep(evidence, policy, random);
  const turns = createTurnStep(policy);
  const lean = createLeanStep(policy);
  const back = createBackStep(evidence, policy);
  let plan = planSteps(policy.turn.count, random);
  let [index, share, wrongTurns, restarts, extraTurns] = [0, 0, 0, 0, 0];
  let leaning = false;
  let ended: Reason | 'complete' | null = null;

  return {
    get step() {
      return step();
    },
    get progress() {
      return ended === null ? (index + share) / (plan.length - 1) : 1;
    },
    get begun() {
      return index > 0;
    },
    get turns() {
      if (leaning || policy.turn.count === 0) return 'not-asked';
      return ended === 'complete' ? 'met' : 'not-met';
    },
    get lean() {
      return leaning ? (lean.met ? 'met' : 'not-met') : 'not-asked';
    },
    get ended() {
      return ended;
    },
    async advance(sight, hindrance, collect) {
      const asked = step();
      const { view } = straight;
      if (asked === 'done') return null;
      if (asked === 'turn-left' || asked === 'turn-right') {
        return followTurn(await turns.offer(sight, known(view), hindrance, collect), sight.at);
      }
      const advice = hindrance ?? adviseStraight(sight);
      if (advice !== null) return advice;
      if (asked === 'look-straight') return follow(await straight.offer(sight, collect), sight.at);
      if (asked === 'look-back') {
        const last = plan[index + 1] === 'done';
        return follow(await back.offer(sight, known(view), last, collect), sight.at);
      }
      const report = await lean.offer(sight, known(view), collect);
      if (!('failed' in report)) return follow(report, sight.at);
      ended = reason(report.failed);
      return null;
    },
    absent(at) {
      const asked = step();
      if (asked === 'turn-left' || asked === 'turn-right') followTurn(turns.absent(at), at);
      if (asked !== 'lean-in') return;
      const report = lean.absent(at);
      if ('failed' in report) ended = reason(report.failed);
    },
    restart(why) {
      restarts++;
      // Looking for turns that fit by making the face vanish must not pay.
      if (index > 0 && !leaning) extraTurns++;
      if (restarts > maximumRestarts) ended = reason('face-changed', why);
      else begin();
    },
    chooseLean() {
      leaning = true;
      begin();
    },
    keeps: (landmarks) => straight.view?.landmarks === landmarks,
    wipe,
  };

  function step(): FaceStep {
    return ended === null ? (plan[index] ?? 'done') : 'done';
  }

  function begin(): void {
    wipe();
    const wanted = policy.turn.count === 0 ? 0 : policy.turn.count + extraTurns;
    // New turns, or a recording could try the same ones again.
    plan = leaning ? stepsWithoutTurning : planSteps(wanted, random);
    enter(0, 0);
  }

  function follow({ advice, share: part, done }: StepReport, at: number): FaceAdvice | null {
    share = part;
    if (done) next(at);
    return done ? null : advice;
  }

  function followTurn(report: TurnReport, at: number): FaceAdvice | null {
    if ('done' in report) return follow(report, at);
    if ('failed' in report) {
      ended = reason(report.failed);
      return null;
    }
    wrongTurns++;
    if (wrongTurns > 1 || policy.turn.countAfterWrong === 0) ended = reason('wrong-turn');
    else {
      const more = policy.turn.countAfterWrong + extraTurns;
      plan = replanAfterWrongTurn(plan, index, more, random);
      enter(index, at);
    }
    return 'other-way';
  }

  function next(at: number): void {
    enter(index + 1, at);
    if (step() !== 'done') return;
    const { solidity } = turns;
    const flat = solidity !== null && solidity < policy.turn.minimumOverallSolidity;
    ended = flat ? reason('face-is-flat', 'over all turns') : 'complete';
  }

  function enter(to: number, at: number): void {
    index = to;
    share = 0;
    const asked = plan[index];
    if (asked === 'turn-left') turns.ask('left', at);
    if (asked === 'turn-right') turns.ask('right', at);
    if (asked === 'lean-in') lean.ask(at);
    if (asked === 'look-back') back.begin();
  }

  function wipe(): void {
    straight.wipe();
    turns.wipe();
    lean.wipe();
  }
}

function known(view: StraightView | null): StraightView {
  if (view === null) throw new Error('a step after the first was asked before a straight face was seen');
  return view;
}
