import type { FaceAdvice } from '../verification/frame-guidance.ts';
import type { FaceQuality } from './face-quality.ts';
import type { HeadPose } from './head-pose.ts';
import { sureLimits } from './occlusion-probe.ts';
import { liveLimits as limits } from './quality-limits.ts';

/** What to do so that the picture of the face, turned or not, is good enough to compare; null when it is. */
export function adviseQuality(quality: FaceQuality): FaceAdvice | null {
  if (quality.coverage < limits.coverage) return 'move-to-centre';
  return unlessSpent(quality, [
    [quality.brightness < limits.darkest || quality.drowned > limits.drownedTurned, 'too-dark'],
    [quality.brightness > limits.brightest || quality.burnt > limits.burntTurned, 'too-bright'],
    [quality.sharpness < limits.sharpness, 'hold-still'],
  ]);
}

/** What to do so that an uncovered, evenly lit face looks straight with open eyes; null when it does. */
export function adviseStraight(pose: HeadPose, quality: FaceQuality, eyesClosed: number): FaceAdvice | null {
  const { occlusion, occlusionScores } = quality;
  const mouthHidden = quality.mouthPallor > limits.mouthPallor && quality.mouthEdges < limits.mouthEdges;
  const away =
    Math.abs(pose.yaw) > limits.yaw ||
    Math.abs(pose.roll) > limits.roll ||
    pose.pitch < limits.pitchUp ||
    pose.pitch > limits.pitchDown;
  const narrowed =
    quality.eyeShare !== null &&
    (quality.eyeShare < limits.eyeShare ||
      (quality.eyeShare < limits.eyeShareDoubtful && eyesClosed > limits.eyesDoubtful));
  return unlessSpent(quality, [
    // What covers the face also bends the landmarks that the pose is read from, so it comes first.
    [occlusion === 'mask', 'remove-mask', occlusionScores.mask > sureLimits.mask],
    [
      occlusion === 'dark-glasses',
      'remove-dark-glasses',
      occlusionScores['dark-glasses'] > sureLimits['dark-glasses'],
    ],
    [away, 'face-the-camera'],
    [occlusion === 'hand', 'hand-off-face'],
    [occlusion === 'hair', 'hair-off-eyes'],
    // Neither sign alone is enough: pale lips have edges, a blurred mouth has its colour.
    [mouthHidden, 'uncover-face'],
    [backLight(quality) > limits.backLight, 'light-from-behind'],
    [quality.sideLight > limits.sideLight || quality.drowned > limits.drowned, 'too-dark'],
    [quality.burnt > limits.burnt, 'too-bright'],
    [eyesClosed > limits.eyesClosed || narrowed, 'open-eyes'],
    [quality.mouth.opening > limits.mouthOpening, 'calm-expression'],
  ]);
}

/** How many times brighter the surroundings are than the face; 1 when they cannot be seen. */
export function backLight({ brightness, surroundings }: Pick<FaceQuality, 'brightness' | 'surroundings'>) {
  return surroundings === null ? 1 : (surroundings + 8) / (brightness + 8);
}

/** The first advice that is called for and not yet spent; what is sure is never spent. */
function unlessSpent(
  { spent }: FaceQuality,
  cases: readonly (readonly [called: boolean, advice: FaceAdvice, sure?: boolean])[],
): FaceAdvice | null {
  const first = cases.find(([called, advice, sure]) => called && (sure === true || !spent.has(advice)));
  return first?.[1] ?? null;
}
