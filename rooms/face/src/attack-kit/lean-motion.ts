import type { FrameGuidance } from '../verification/frame-guidance.ts';

/** Distances, against the usual one, that people were pictured at while leaning in. */
const pictured = [1.3, 1.15, 1, 0.88, 0.78, 0.69, 0.61];

/** A person's way to the camera and back: their distance against the usual one. */
export interface LeanMotion {
  follow(guidance: FrameGuidance, at: number): number;
}

/** The picture nearest to a distance, and how much larger than in it the person is there. */
export function leanPicture(away: number): { readonly file: string; readonly zoom: number } {
  let nearest = 1;
  for (const distance of pictured) {
    if (Math.abs(distance - away) < Math.abs(nearest - away)) nearest = distance;
  }
  return { file: `live/lean-${Math.round(nearest * 100)}.jpg`, zoom: nearest / away };
}

/** Somebody who begins at `start` and leans in as far as `reach`, farther when asked to; `speed` in shares a second. */
export function createLeanMotion(manner: {
  readonly start: number;
  readonly reach: number;
  readonly speed: number;
  readonly reactionMs: number;
}): LeanMotion {
  let { start: away, reach } = manner;
  let step = 'look-straight';
  let since = Number.NEGATIVE_INFINITY;
  let lastAt: number | null = null;
  return {
    follow(guidance, at) {
      const seconds = lastAt === null ? 0 : (at - lastAt) / 1000;
      lastAt = at;
      if (guidance.step !== step) {
        step = guidance.step;
        since = at;
      }
      if (guidance.advice === 'lean-further') reach = Math.max(0.58, reach - 0.08 * seconds);
      if (at - since < manner.reactionMs) return away;
      const most = manner.speed * seconds;
      const target = step === 'lean-in' ? reach : manner.start;
      away += Math.max(-most, Math.min(most, target - away));
      return away;
    },
  };
}
