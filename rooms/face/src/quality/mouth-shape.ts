import type { Landmarks } from '../engine/landmarks.ts';

/** What the mouth does, in eye distances, so free of size and place. */
export interface MouthShape {
  /** Gap between the inner lips; 0 closed. */
  readonly opening: number;
  /** From corner to corner; a broad smile widens it. */
  readonly width: number;
}

/** Reads the mouth off points 48 to 67 against the distance of the outer eye corners. */
export function readMouth({ points }: Landmarks): MouthShape {
  const distance = (p: number, q: number) =>
    Math.hypot(
      (points[2 * p] ?? 0) - (points[2 * q] ?? 0),
      (points[2 * p + 1] ?? 0) - (points[2 * q + 1] ?? 0),
    );
  // The middle of an eye lies about halfway between its corners.
  const eyes = (distance(36, 45) + distance(39, 42)) / 2;
  const gaps = distance(61, 67) + distance(62, 66) + distance(63, 65);
  return { opening: gaps / 3 / eyes, width: distance(48, 54) / eyes };
}
