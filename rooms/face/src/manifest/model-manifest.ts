import { type Static, Type } from 'typebox';

/** One model file: where it comes from, what is not known of it, and what it wants as input. */
export const ModelEntry = Type.Object({
  /** A name in the models folder, or a path; `loadManifest` takes it from beside the manifest where it lies there. */
  file: Type.String({ minLength: 1, maxLength: 4096, pattern: '^[^\\u0000]+$' }),
  /** Lower-case hex of the file's SHA-256; a file that differs is not loaded. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  name: Type.String(),
  source: Type.String(),
  licence: Type.String(),
  /** What could not be established (origin of the weights, training data). */
  notKnown: Type.String(),
  input: Type.Object({
    shape: Type.Array(Type.Integer({ minimum: 1, maximum: 4096 }), { minItems: 4, maxItems: 4 }),
    colour: Type.Union([Type.Literal('rgb'), Type.Literal('bgr'), Type.Literal('grey')]),
    /** Each byte goes in as (v - mean) / scale. */
    mean: Type.Number(),
    scale: Type.Number({ exclusiveMinimum: 0 }),
    crop: Type.String(),
  }),
});
export type ModelEntry = Static<typeof ModelEntry>;

/** Ends of a 95 % interval. */
export const RateInterval = Type.Object({
  low: Type.Number({ minimum: 0, maximum: 1 }),
  high: Type.Number({ minimum: 0, maximum: 1 }),
});
export type RateInterval = Static<typeof RateInterval>;

/** A threshold and what the data behind it can show. */
export const ThresholdEntry = Type.Object({
  /** Impostor pairs that reach the threshold, as a share. */
  falseMatchRate: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  threshold: Type.Number({ minimum: -1, maximum: 1 }),
  /** Genuine pairs accepted, where it was measured. */
  accepted: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** Of the false match rate, by drawing people (not pairs) anew. */
  interval: Type.Optional(RateInterval),
  /** Of the share accepted. */
  acceptedInterval: Type.Optional(RateInterval),
});
export type ThresholdEntry = Static<typeof ThresholdEntry>;

/** Thresholds measured on one group of people. */
export const ThresholdTable = Type.Object({
  /** The name an operator chooses it by; no two tables have the same. */
  group: Type.String({ minLength: 1 }),
  data: Type.String(),
  /** One photo against one, or a chip's photo against the mean of five other pictures. */
  condition: Type.Optional(Type.Union([Type.Literal('single-to-single'), Type.Literal('chip-to-five')])),
  /** How many people the impostor pairs are of; the rule of three counts them, not the pairs. */
  people: Type.Optional(Type.Integer({ minimum: 2 })),
  /** Impostor pairs. */
  pairs: Type.Optional(Type.Integer({ minimum: 1 })),
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
  /** What the raw length of the recogniser's output says of a picture; absent where it says nothing. */
  norms: Type.Optional(
    Type.Object({
      /** A live frame under it does not count. */
      minimum: Type.Number({ minimum: 0 }),
      /** A photo under it is among the worst tenth: worth a word to the staff. */
      poor: Type.Number({ minimum: 0 }),
    }),
  ),
  thresholds: Type.Array(ThresholdTable),
  shipped: Type.Object({
    threshold: Type.Number({ minimum: -1, maximum: 1 }),
    /** The rate within the group that fares worst, to be shown wherever a result is shown. */
    falseMatchRate: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    statement: Type.String(),
  }),
});
export type ModelManifest = Static<typeof ModelManifest>;
