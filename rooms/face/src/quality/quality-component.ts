import type { FaceAdvice } from '../verification/frame-guidance.ts';

/** Component names after ISO/IEC 29794-5; `back-light` and `recogniser-norm` are our own. */
export type QualityComponentName =
  | 'single-face-present'
  | 'inter-eye-distance'
  | 'head-size'
  | 'crop-of-the-face-image'
  | 'head-pose-yaw'
  | 'head-pose-pitch'
  | 'head-pose-roll'
  | 'sharpness'
  | 'luminance-mean'
  | 'under-exposure-prevention'
  | 'over-exposure-prevention'
  | 'illumination-uniformity'
  | 'back-light'
  | 'mouth-occlusion-prevention'
  | 'eyes-visible'
  | 'face-occlusion-prevention'
  | 'eyes-open'
  | 'mouth-closed'
  | 'recogniser-norm';

/** One number about a face, and what to do when it misses its limit. */
export interface QualityComponent {
  readonly component: QualityComponentName;
  /** Null when it cannot be told from this picture; such a component counts as met. */
  readonly value: number | null;
  readonly limit: number;
  /** On which side of the limit the value has to be. */
  readonly bound: 'at-least' | 'at-most';
  readonly unit: string;
  readonly met: boolean;
  /** Only when it is not met. */
  readonly advice: FaceAdvice | null;
  readonly sentence: { readonly ja: string; readonly en: string } | null;
}
