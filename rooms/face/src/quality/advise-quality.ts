import type { FaceAdvice } from '../verification/frame-guidance.ts';
import type { FaceQuality } from './face-quality.ts';
import type { HeadPose } from './head-pose.ts';

/** Limits from the spread over press photos: about one photo in a hundred lies beyond each. */
const limits = {
  darkest: 55,
  drowned: 0.35,
  brightest: 215,
  burnt: 0.12,
  sharpness: 0.09,
  eyesClosed: 0.8,
  mouthPallor: 0.03,
  mouthEdges: 0.11,
  coverage: 0.97,
  yaw: 0.14,
  roll: 18,
  pitchUp: 0.15,
  pitchDown: 0.9,
} as const;

/** What to do so that the picture of the face is good enough to compare; null when it is. */
export function adviseQuality(quality: FaceQuality): FaceAdvice | null {
  if (quality.coverage < limits.coverage) return 'move-to-centre';
  if (quality.brightness < limits.darkest || quality.drowned > limits.drowned) return 'too-dark';
  if (quality.brightness > limits.brightest || quality.burnt > limits.burnt) return 'too-bright';
  if (quality.sharpness < limits.sharpness) return 'hold-still';
  return null;
}

/** What to do so that an uncovered face looks straight with open eyes; null when it does. */
export function adviseStraight(pose: HeadPose, quality: FaceQuality, eyesClosed: number): FaceAdvice | null {
  if (Math.abs(pose.yaw) > limits.yaw || Math.abs(pose.roll) > limits.roll) return 'face-the-camera';
  if (pose.pitch < limits.pitchUp || pose.pitch > limits.pitchDown) return 'face-the-camera';
  // Neither sign alone is enough: pale lips have edges, a blurred mouth has its colour. Six of 2,086 press
  // photos show both.
  if (quality.mouthPallor > limits.mouthPallor && quality.mouthEdges < limits.mouthEdges)
    return 'uncover-face';
  return eyesClosed > limits.eyesClosed ? 'open-eyes' : null;
}
