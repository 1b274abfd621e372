export { assessLiveness, type LivenessAssessment } from './assess-liveness.ts';
export { type Comparison, compareImages } from './compare-images.ts';
export { decodeFrame } from './decode-frame.ts';
export { decodeImage } from './decode-image.ts';
export type { Embedding } from './embedding.ts';
export type { FaceBox } from './face-box.ts';
export { type FaceEngine, type FaceEngineOptions, openFaceEngine } from './face-engine.ts';
export { defaultFacePolicy, type FacePolicy, type FaceRelaxation, type TurnPolicy } from './face-policy.ts';
export type { FaceResult, LivenessResult } from './face-result.ts';
export {
  type FaceVerification,
  type FaceVerificationOptions,
  startFaceVerification,
} from './face-verification.ts';
export { faceFailures } from './failures.ts';
export type { FaceAdvice, FaceStep, FrameGuidance } from './frame-guidance.ts';
export { defaultImageLimits, type ImageLimits } from './image-limits.ts';
export type { Landmarks } from './landmarks.ts';
export { ModelEntry, ModelManifest, ThresholdEntry, ThresholdTable } from './model-manifest.ts';
export type { RgbImage } from './rgb-image.ts';
export { shippedManifest } from './shipped-manifest.ts';
