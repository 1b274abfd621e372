import { type Static, Type } from 'typebox';

/** One model file: where it comes from, what is not known of it, and what it wants as input. */
export const ModelEntry = Type.Object({
  file: Type.String({ pattern: '^[a-z0-9_.-]+$' }),
  /** Lower-case hex of the file's SHA-256; a file that differs is not loaded. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  name: Type.String(),
  source: Type.String(),
  licence: Type.String(),
  /** What could not be established (origin of the weights, training data). */
  notKnown: Type.String(),
  input: Type.Object({
    shape: Type.Array(Type.Integer({ minimum: 1 })),
    colour: Type.Union([Type.Literal('rgb'), Type.Literal('bgr'), Type.Literal('grey')]),
    /** Each byte goes in as (v - mean) / scale. */
    mean: Type.Number(),
    scale: Type.Number(),
    crop: Type.String(),
  }),
});
export type ModelEntry = Static<typeof ModelEntry>;

/** A threshold and what the data behind it can show. */
export const ThresholdEntry = Type.Object({
  /** Impostor pairs of one photo against one photo that reach the threshold, as a share. */
  falseMatchRate: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  threshold: Type.Number({ minimum: -1, maximum: 1 }),
  /** Genuine pairs accepted, where it was measured. */
  accepted: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
});
export type ThresholdEntry = Static<typeof ThresholdEntry>;

/** Thresholds measured on one group of people. */
export const ThresholdTable = Type.Object({
  group: Type.String(),
  data: Type.String(),
  entries: Type.Array(ThresholdEntry),
});
export type ThresholdTable = Static<typeof ThresholdTable>;

/** Everything an operator must know of the models that decide: files, origin, recipe, error rates. */
export const ModelManifest = Type.Object({
  detector: ModelEntry,
  landmarks: ModelEntry,
  recogniser: ModelEntry,
  liveness: ModelEntry,
  eyes: ModelEntry,
  thresholds: Type.Array(ThresholdTable),
  shipped: Type.Object({
    threshold: Type.Number(),
    /** The rate within the group that fares worst, to be shown wherever a result is shown. */
    falseMatchRate: Type.Number(),
    statement: Type.String(),
  }),
});
export type ModelManifest = Static<typeof ModelManifest>;
