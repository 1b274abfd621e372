export { binomialInterval, type Interval } from './binomial-interval.ts';
export { calibrateManifest } from './calibrate-manifest.ts';
export { type LabelledClip, readClipList } from './clip-list.ts';
export { collectClipPictures } from './collect-clip-pictures.ts';
export { collectPictures } from './collect-pictures.ts';
export { type DetCurve, type DetDrawing, type DetPoint, drawDet } from './draw-det.ts';
export { evaluateClips } from './evaluate-clips.ts';
export {
  type EvaluationProgress,
  evaluateFaces,
  type FaceEvaluationOptions,
} from './evaluate-faces.ts';
export { EvaluationReport } from './evaluation-report.ts';
export { type FaceProcesses, type FaceProcessesOptions, openFaceProcesses } from './face-processes.ts';
export { count, oneIn, percent, percentRange } from './figure-text.ts';
export { type EvaluationImage, type GatheredImages, gatherImages } from './gather-images.ts';
export { type ClipJudgement, judgeClip } from './judge-clip.ts';
export { readListText } from './list-text.ts';
export { renderLivenessPage } from './liveness-page.ts';
export { LivenessReport } from './liveness-report.ts';
export { findMissingImages } from './missing-images.ts';
export { type OperatorRecogniser, putInRecogniser } from './operator-recogniser.ts';
export { type ListedPair, readPairList } from './pair-list.ts';
export { type ReportPictures, renderReportPage } from './report-page.ts';
export { type PairReview, reviewPairs } from './review-pairs.ts';
export { type EvaluationSummary, summariseReport } from './summarise-report.ts';
export { makeFolder, writeReportFiles } from './write-report-files.ts';
