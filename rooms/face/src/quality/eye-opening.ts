import type { Landmarks } from '../engine/landmarks.ts';

/**
 * How wide the eyes are open: height over width of each eye's six points, the mean of both eyes (Soukupová and
 * Čech 2016). About 0.3 open, under 0.15 closed; the person's own shape of eye moves it by a half.
 */
export function eyeOpening({ points }: Landmarks): number {
  const distance = (p: number, q: number) =>
    Math.hypot(
      (points[2 * p] ?? 0) - (points[2 * q] ?? 0),
      (points[2 * p + 1] ?? 0) - (points[2 * q + 1] ?? 0),
    );
  let sum = 0;
  for (const first of [36, 42]) {
    const height = distance(first + 1, first + 5) + distance(first + 2, first + 4);
    sum += height / (2 * distance(first, first + 3)) / 2;
  }
  return sum;
}
