import type { FaceAdvice } from '../verification/frame-guidance.ts';

/**
 * Milliseconds of straight face after which an advice is no longer given in a session: quality numbers err, and
 * nobody may be held up by one for ever. From then on the frame counts if the recogniser makes enough of it
 * (its norm). What surely hinders (a
 * framing, a face turned away, a mask or dark glasses beyond doubt) is insisted on without end.
 */
const insistence: Partial<Record<FaceAdvice, number>> = {
  'calm-expression': 3_000,
  'open-eyes': 5_000,
  'hair-off-eyes': 5_000,
  'hand-off-face': 5_000,
  'light-from-behind': 5_000,
  'too-dark': 6_000,
  'too-bright': 6_000,
  'hold-still': 6_000,
  'remove-mask': 8_000,
  'remove-dark-glasses': 8_000,
};

/** How long `advice` may keep frames from counting, in milliseconds; Infinity when for ever. */
export function insistFor(advice: FaceAdvice): number {
  return insistence[advice] ?? Number.POSITIVE_INFINITY;
}

/** Follows how long each advice has been given in one session. */
export interface Patience {
  /** The advice on a frame at `at` milliseconds; null when there is none. */
  note(advice: FaceAdvice | null, at: number): void;
  /** The advice that has been given for as long as it is insisted on. */
  spent(): ReadonlySet<FaceAdvice>;
}

/** Frames farther apart than this are not one stretch of time. */
const longestGap = 500;

export function createPatience(): Patience {
  const given = new Map<FaceAdvice, number>();
  let last: { readonly advice: FaceAdvice | null; readonly at: number } | null = null;
  return {
    note(advice, at) {
      if (last !== null && last.advice !== null) {
        const ms = Math.min(longestGap, Math.max(0, at - last.at));
        given.set(last.advice, (given.get(last.advice) ?? 0) + ms);
      }
      last = { advice, at };
    },
    spent: () =>
      new Set([...given].filter(([advice, ms]) => ms >= insistFor(advice)).map(([advice]) => advice)),
  };
}
