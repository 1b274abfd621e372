import { type Static, Type } from 'typebox';
import { Count, MachineReport, ModelReport, OrNull, Share } from './report-parts.ts';

/** Two-sided 95 % interval. */
const IntervalSchema = Type.Object({ low: Type.Number(), high: Type.Number() });

/** One operating point: a false match rate, the threshold for it, and what it costs. */
export const RateEntry = Type.Object({
  /** The rate asked for; pairs of different people. */
  fmr: Share,
  /** Lowest threshold with no more false matches than that; null when there are fewer than 1/fmr pairs. */
  threshold: OrNull(Type.Number()),
  thresholdInterval: OrNull(IntervalSchema),
  /** False matches at the threshold, and between how many people they are. */
  falseMatches: OrNull(Count),
  peopleInvolved: OrNull(Count),
  /** By the rule of three: there are at least 3/fmr impostor pairs. */
  supported: Type.Boolean(),
  /** Genuine pairs refused, those that could not be processed among them (ISO/IEC 19795-1: false reject rate of one attempt). */
  fnmr: OrNull(Share),
  fnmrInterval: OrNull(IntervalSchema),
  /** Genuine pairs refused of those that were compared (ISO/IEC 19795-1: false non-match rate). */
  fnmrCompared: OrNull(Share),
});
export type RateEntry = Static<typeof RateEntry>;

/** Both error rates at one threshold. */
const AtThreshold = Type.Object({
  threshold: Type.Number(),
  falseMatches: Count,
  fmr: OrNull(Share),
  fmrInterval: OrNull(IntervalSchema),
  falseNonMatches: Count,
  fnmr: OrNull(Share),
  fnmrInterval: OrNull(IntervalSchema),
  fnmrCompared: OrNull(Share),
});

/** Pairs, people and results of a group, impostors within the group only. */
export const GroupReport = Type.Object({
  group: Type.String(),
  people: Count,
  genuinePairs: Count,
  genuineNotCompared: Count,
  impostorPairs: Count,
  atShipped: AtThreshold,
  rates: Type.Array(RateEntry),
});
export type GroupReport = Static<typeof GroupReport>;

const PairScore = Type.Object({ a: Type.String(), b: Type.String(), score: OrNull(Type.Number()) });

/** report.json of `honnin face evaluate`: everything that was measured, and on what. No pictures, no templates. */
export const EvaluationReport = Type.Object({
  schema: Type.Literal('honnin-face-evaluation'),
  version: Type.Literal(1),
  made: Type.String(),
  machine: MachineReport,
  models: Type.Array(ModelReport),
  data: Type.Object({
    pairsFile: OrNull(Type.String()),
    /** What one comparison is: image against image; the chip's photo against an image; against the mean of several. */
    protocol: Type.Union([
      Type.Literal('image-image'),
      Type.Literal('chip-image'),
      Type.Literal('photo-mean'),
    ]),
    chip: Type.Boolean(),
    live: OrNull(Count),
    subjects: Type.Union([Type.Literal('folder'), Type.Literal('list')]),
    images: Count,
    people: Count,
    peopleWithGenuinePairs: Count,
    /** Listed pairs that were listed before; they count as often as they are listed. */
    repeatedPairs: Count,
    /** Listed pairs of a picture with itself, which always match and make every rate kinder than it is. */
    pairsWithThemselves: Count,
  }),
  method: Type.Object({
    seed: Count,
    resamples: Count,
    scoreBin: Type.Number(),
    notes: Type.Array(Type.String()),
  }),
  failedToProcess: Count,
  genuinePairs: Count,
  genuineNotCompared: Count,
  impostorPairs: Count,
  impostorNotCompared: Count,
  aucRoc: OrNull(Share),
  accuracy: OrNull(Share),
  accuracyMethod: OrNull(Type.Union([Type.Literal('folds'), Type.Literal('best-threshold')])),
  accuracyStandardError: OrNull(Type.Number()),
  atShipped: AtThreshold,
  /** The rate that the manifest states for its shipped threshold. */
  statedFmrAtShipped: Type.Number(),
  rates: Type.Array(RateEntry),
  det: Type.Object({
    points: Type.Array(Type.Object({ threshold: Type.Number(), fmr: Share, fnmr: Share })),
    band: Type.Array(Type.Object({ fmr: Share, low: Share, high: Share })),
  }),
  distribution: Type.Object({
    from: Type.Number(),
    width: Type.Number(),
    genuine: Type.Array(Count),
    impostor: Type.Array(Count),
  }),
  groups: Type.Array(GroupReport),
  failures: Type.Array(
    Type.Object({
      image: Type.String(),
      lines: Type.Array(Count),
      code: Type.String(),
      detail: OrNull(Type.String()),
    }),
  ),
  highestImpostors: Type.Array(PairScore),
  lowestGenuine: Type.Array(PairScore),
  timing: Type.Object({
    steps: Type.Array(Type.Object({ step: Type.String(), seconds: Type.Number() })),
    imagesPerSecond: OrNull(Type.Number()),
    /** Processor time for one image, which a busy machine does not change. */
    processorMsPerImage: OrNull(Type.Number()),
    processes: Count,
  }),
});
export type EvaluationReport = Static<typeof EvaluationReport>;
