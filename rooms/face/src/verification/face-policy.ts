import { shippedManifest } from '../manifest/shipped-manifest.ts';

/**
 * Named settings of the demo, recorded in every result that they touched.
 * `rendered-people-passive-liveness`: the passive score is recorded but does not judge, since the people of
 * the demo are rendered and the passive model rightly finds no living skin in them.
 * `stand-in-camera`: still pictures, a canvas or a fake device stand for the camera, so that nothing is made of
 * frozen or repeated frames, missing noise, a virtual camera, or a head that turns from one frame to the next.
 */
export type FaceRelaxation = 'rendered-people-passive-liveness' | 'stand-in-camera';

/** What counts as a turned head. Lengths are in eye distances; yaw as in `HeadPose.yaw`. */
export interface TurnPolicy {
  /**
   * How many turns are asked, each to a side drawn anew: a recording of other turns fits one time in
   * two to the power of it. 0 asks none and leaves liveness undetermined.
   */
  readonly count: number;
  /** How many of them, the first ones, have to prove a solid head by a full turn; the others only follow. */
  readonly full: number;
  /** How many turns are asked after a turn to the wrong side, which is forgiven once; 0 forgives none. */
  readonly countAfterWrong: number;
  /** Yaw, beyond the person's own frontal yaw, that a full turn has to reach. */
  readonly yaw: number;
  /** The same of a short turn. */
  readonly shortYaw: number;
  /** Yaw beyond which the landmarks are no longer trusted: "turn less". */
  readonly maximumYaw: number;
  /** Least homography residual of frontal against turned points (`TurnEvidence.residual`). */
  readonly minimumResidual: number;
  /** Least way of the nose off the plane of the face (`TurnEvidence.parallax`), towards the asked side. */
  readonly minimumParallax: number;
  /** Least narrowing of the face (`TurnEvidence.narrowing`); a sheet turned far goes below it. */
  readonly minimumNarrowing: number;
  /** Least way of the nose off the best bent sheet (`TurnEvidence.noseOffSheet`), towards the asked side. */
  readonly minimumNoseOffSheet: number;
  /** Least mean of `turnSolidity` over the latest frames of a full turn, and of a short one. */
  readonly minimumSolidity: number;
  readonly minimumShortSolidity: number;
  /** The same over the frames of all turns together. */
  readonly minimumOverallSolidity: number;
  /** Least way of the nose off the bent sheet in a short turn, for each eye distance of yaw. */
  readonly minimumDepthPerYaw: number;
  /** Milliseconds for one turn. */
  readonly timeLimitMs: number;
  /** The first turn is asked at a moment drawn from so many milliseconds after the person is ready. */
  readonly startWithinMs: number;
}

/** The way for people who cannot turn their head. */
export interface LeanPolicy {
  /** How much the eye distance has to grow. */
  readonly growth: number;
  /** Milliseconds for leaning in. */
  readonly timeLimitMs: number;
}

/** What an operator chooses of the face verification; `defaultFacePolicy` is what is shipped. */
export interface FacePolicy {
  readonly threshold: number;
  /** The stated rate at `threshold`, copied into every result. */
  readonly falseMatchRate: number;
  /** Fewest and wanted frames that are averaged for the comparison. */
  readonly minimumFrames: number;
  readonly wantedFrames: number;
  /** The median passive score must reach it. */
  readonly passiveLivenessThreshold: number;
  /** The median of `screenPattern` over the straight frames may not be higher. */
  readonly maximumScreenPattern: number;
  /** No quarter of the straight frames may have a higher `paperSeam`. */
  readonly maximumPaperSeam: number;
  /** In no larger share of the straight frames may the face stand inside a picture frame. */
  readonly maximumFramedShare: number;
  readonly relaxations: readonly FaceRelaxation[];
  /** Frames whose raw embedding norm is lower do not count. */
  readonly minimumNorm: number;
  /**
   * Least cosine of the chip photo with the mean of every single moment (straight, all turns, back). Far lower
   * than `threshold`: it only asks that no moment shows somebody else.
   */
  readonly momentThreshold: number;
  /** Cosine with the frames before, below which a frame does not count as the same person. */
  readonly continuity: number;
  readonly turn: TurnPolicy;
  readonly lean: LeanPolicy;
  /** What follows when the camera names itself as one that programs make up. */
  readonly virtualCameras: 'refuse' | 'allow';
  /** Milliseconds from the first frame after which no further frame is taken. */
  readonly timeLimitMs: number;
  /** Least time between two frames that are averaged. */
  readonly frameSpacingMs: number;
}

/** Shipped settings: see `shippedManifest.shipped.statement` for what the threshold means. */
export const defaultFacePolicy: FacePolicy = {
  threshold: shippedManifest.shipped.threshold,
  falseMatchRate: shippedManifest.shipped.falseMatchRate,
  minimumFrames: 3,
  wantedFrames: 5,
  passiveLivenessThreshold: 0.5,
  maximumScreenPattern: 120,
  maximumPaperSeam: 9,
  maximumFramedShare: 0.2,
  relaxations: [],
  minimumNorm: 3.2,
  momentThreshold: 0.2,
  continuity: 0.45,
  turn: {
    count: 5,
    full: 1,
    countAfterWrong: 6,
    yaw: 0.3,
    shortYaw: 0.13,
    maximumYaw: 0.55,
    minimumResidual: 0.09,
    minimumParallax: 0.06,
    minimumNarrowing: 0.7,
    minimumNoseOffSheet: 0.045,
    minimumSolidity: 1.19,
    minimumShortSolidity: 1.12,
    minimumOverallSolidity: 1.19,
    minimumDepthPerYaw: 0.06,
    timeLimitMs: 12_000,
    startWithinMs: 200,
  },
  lean: { growth: 1.3, timeLimitMs: 15_000 },
  virtualCameras: 'refuse',
  timeLimitMs: 45_000,
  frameSpacingMs: 250,
};
