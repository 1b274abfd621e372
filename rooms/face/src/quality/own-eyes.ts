/**
 * How wide this person's eyes usually are: eyes differ by a half from one person to the next, so half closed can
 * only be told against the person's own open ones.
 */
export interface OwnEyes {
  /** `opening` as of `eyeOpening`, `closed` as of the eye network; answers opening over the usual one. */
  share(opening: number, closed: number): number | null;
}

/** Frames that make a habit, and how many of the last ones are remembered. */
const enough = 5;
const remembered = 30;
/** Frames that the eye network calls closed say nothing of open eyes. */
const surelyOpen = 0.2;

export function createOwnEyes(): OwnEyes {
  const openings: number[] = [];
  return {
    share(opening, closed) {
      if (closed < surelyOpen) {
        openings.push(opening);
        if (openings.length > remembered) openings.shift();
      }
      if (openings.length < enough) return null;
      const sorted = [...openings].sort((p, q) => p - q);
      const usual = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
      return usual > 0 ? opening / usual : null;
    },
  };
}
