import type { Landmarks } from '../engine/landmarks.ts';
import { readHeadPose } from '../quality/head-pose.ts';

/** What a face shows when it comes nearer. */
export interface LeanEvidence {
  /** Eye distance over that of the straight look. */
  readonly growth: number;
  /** Width of the jaw at ear height over the eye distance, over the same before: nearer, ears fall behind eyes. */
  readonly jawShrink: number;
}

/** Compares the points of a straight look with those of the same face nearer. */
export function weighLean(straight: Landmarks, near: Landmarks): LeanEvidence {
  return {
    growth: readHeadPose(near).eyeDistance / readHeadPose(straight).eyeDistance,
    jawShrink: jaw(near) / jaw(straight),
  };
}

function jaw(face: Landmarks): number {
  const { points } = face;
  let width = 0;
  for (const [right, left] of [
    [0, 16],
    [1, 15],
    [2, 14],
  ] as const) {
    const dx = (points[2 * left] ?? 0) - (points[2 * right] ?? 0);
    const dy = (points[2 * left + 1] ?? 0) - (points[2 * right + 1] ?? 0);
    width += Math.hypot(dx, dy) / 3;
  }
  return width / readHeadPose(face).eyeDistance;
}
