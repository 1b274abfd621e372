import type { Landmarks } from '../engine/landmarks.ts';
import { readHeadPose } from '../quality/head-pose.ts';

/** What a face shows when it comes nearer. */
export interface LeanEvidence {
  /** Eye distance over that of the straight look. */
  readonly growth: number;
}

/** Compares the points of a straight look with those of the same face nearer. */
export function weighLean(straight: Landmarks, near: Landmarks): LeanEvidence {
  return { growth: readHeadPose(near).eyeDistance / readHeadPose(straight).eyeDistance };
}
