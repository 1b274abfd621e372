import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceBox } from '../engine/face-box.ts';
import type { FaceAdvice } from '../verification/frame-guidance.ts';
import { adviceSentence } from './advice-sentences.ts';
import { backLight } from './advise-quality.ts';
import type { FaceQuality } from './face-quality.ts';
import type { HeadPose } from './head-pose.ts';
import { occlusionLimits } from './occlusion-probe.ts';
import type { QualityComponent } from './quality-component.ts';
import type { QualityLimits } from './quality-limits.ts';

/** All that was measured of the face a picture is of. */
export interface MeasuredFace {
  readonly image: RgbImage;
  readonly face: FaceBox;
  readonly others: readonly FaceBox[];
  readonly pose: HeadPose;
  readonly quality: FaceQuality;
  readonly eyesClosed: number;
  readonly norm: number;
}

type Row = readonly [
  component: QualityComponent['component'],
  value: number | null,
  bound: QualityComponent['bound'],
  limit: number,
  unit: string,
  advice: FaceAdvice,
];

/** Every component of a picture against its limit, in the order of what to mend first. */
export function listComponents(measured: MeasuredFace, limits: QualityLimits): readonly QualityComponent[] {
  const { image, pose, quality, norm } = measured;
  const scores = quality.occlusionScores;
  const faces = 1 + measured.others.filter(({ height }) => height > measured.face.height / 2).length;
  const frame = Math.min(image.width, image.height) / pose.eyeDistance;
  const level = (limits.pitchUp + limits.pitchDown) / 2;
  const eyes = (['dark-glasses', 'hair'] as const).map((kind) => ({
    // Both scores on one scale, on which the limit is 1.
    score: scores[kind] / occlusionLimits[kind],
    advice: kind === 'hair' ? ('hair-off-eyes' as const) : ('remove-dark-glasses' as const),
  }));
  const [glasses, hair] = eyes;
  const worse = (hair?.score ?? 0) > (glasses?.score ?? 0) ? hair : glasses;
  const share = 'share of the face';
  const perEye = 'eye distances';
  const rows: readonly Row[] = [
    ['single-face-present', faces, 'at-most', 1, 'faces', 'several-faces'],
    ['crop-of-the-face-image', quality.coverage, 'at-least', limits.coverage, share, 'move-to-centre'],
    ['head-size', frame, 'at-least', limits.nearest, `${perEye} across the frame`, 'move-back'],
    ['inter-eye-distance', pose.eyeDistance, 'at-least', limits.eyeDistance, 'pixels', 'come-closer'],
    ['mouth-occlusion-prevention', scores.mask, 'at-most', occlusionLimits.mask, 'score', 'remove-mask'],
    ['eyes-visible', worse?.score ?? null, 'at-most', 1, 'limits', worse?.advice ?? 'uncover-face'],
    ['face-occlusion-prevention', scores.hand, 'at-most', occlusionLimits.hand, 'score', 'hand-off-face'],
    ['luminance-mean', quality.brightness, 'at-least', limits.darkest, 'luma', 'too-dark'],
    ['under-exposure-prevention', quality.drowned, 'at-most', limits.drowned, share, 'too-dark'],
    ['over-exposure-prevention', quality.burnt, 'at-most', limits.burnt, share, 'too-bright'],
    ['back-light', backLight(quality), 'at-most', limits.backLight, 'times the face', 'light-from-behind'],
    [
      'illumination-uniformity',
      quality.sideLight,
      'at-most',
      limits.sideLight,
      'difference over sum',
      'too-dark',
    ],
    ['sharpness', quality.sharpness, 'at-least', limits.sharpness, 'Laplacian over deviation', 'hold-still'],
    ['head-pose-yaw', Math.abs(pose.yaw), 'at-most', limits.yaw, perEye, 'face-the-camera'],
    [
      'head-pose-pitch',
      Math.abs(pose.pitch - level),
      'at-most',
      (limits.pitchDown - limits.pitchUp) / 2,
      'eyes to mouth',
      'face-the-camera',
    ],
    ['head-pose-roll', Math.abs(pose.roll), 'at-most', limits.roll, 'degrees', 'face-the-camera'],
    ['eyes-open', measured.eyesClosed, 'at-most', limits.eyesClosed, 'score of closed', 'open-eyes'],
    ['mouth-closed', quality.mouth.opening, 'at-most', limits.mouthOpening, perEye, 'calm-expression'],
    ['recogniser-norm', norm, 'at-least', limits.norm, 'raw norm', 'uncover-face'],
  ];
  return rows.map(([component, value, bound, limit, unit, advice]) => {
    const met = value === null || (bound === 'at-least' ? value >= limit : value <= limit);
    const sentence = met ? null : adviceSentence(advice);
    return { component, value, limit, bound, unit, met, advice: met ? null : advice, sentence };
  });
}
