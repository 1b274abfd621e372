export { attemptFalseMatchRate } from './comparison/attempt-false-match-rate.ts';
export { type Comparison, compareImages } from './comparison/compare-images.ts';
export { type PhotoTemplate, readPhotoTemplate } from './comparison/photo-template.ts';
export { decodeFrame } from './decoding/decode-frame.ts';
export { decodeImage } from './decoding/decode-image.ts';
export { explainFileError } from './decoding/explain-file-error.ts';
export { defaultImageLimits, type ImageLimits } from './decoding/image-limits.ts';
export type { RgbImage } from './decoding/rgb-image.ts';
export type { Embedding } from './engine/embedding.ts';
export type { FaceBox } from './engine/face-box.ts';
export { type FaceEngine, type FaceEngineOptions, openFaceEngine } from './engine/face-engine.ts';
export type { Landmarks } from './engine/landmarks.ts';
export { faceFailures } from './failures.ts';
export { assessLiveness, type LivenessAssessment } from './liveness/assess-liveness.ts';
export { loadManifest } from './manifest/load-manifest.ts';
export {
  ModelEntry,
  ModelManifest,
  RateInterval,
  ThresholdEntry,
  ThresholdTable,
} from './manifest/model-manifest.ts';
export { shippedManifest } from './manifest/shipped-manifest.ts';
export { adviseEmbedding } from './quality/advise-embedding.ts';
export { assessQuality, type QualityAssessment, type QualityPurpose } from './quality/assess-quality.ts';
export { insistFor } from './quality/patience.ts';
export type { QualityComponent, QualityComponentName } from './quality/quality-component.ts';
export type { CameraIdentity } from './verification/camera-identity.ts';
export {
  defaultFacePolicy,
  type FacePolicy,
  type FaceRelaxation,
  type TurnPolicy,
} from './verification/face-policy.ts';
export type { FaceResult, LivenessResult } from './verification/face-result.ts';
export type { FaceVerification } from './verification/face-session.ts';
export { type FaceVerificationOptions, startFaceVerification } from './verification/face-verification.ts';
export type { FaceAdvice, FaceStep, FrameGuidance } from './verification/frame-guidance.ts';
export { type FaceWorker, type FaceWorkerOptions, openFaceWorker } from './worker/face-worker.ts';
