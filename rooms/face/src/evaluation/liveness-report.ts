import { type Static, Type } from 'typebox';

const Count = Type.Integer({ minimum: 0 });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const IntervalSchema = Type.Object({ low: Share, high: Share });

/** Rates of one kind of presentation after ISO/IEC 30107-3, with exact (Clopper-Pearson) 95 % intervals. */
const Presentations = Type.Object({
  clips: Count,
  /** Clips that got an answer, verified or rejected. */
  answered: Count,
  /** Answered wrongly: an attack that passed, a bona fide person refused. */
  errors: Count,
  /** Errors of those answered: APCER or BPCER. */
  errorRate: OrNull(Share),
  interval: OrNull(IntervalSchema),
  /** Clips without an answer, of all: APNRR or BPNRR. */
  nonResponseRate: OrNull(Share),
});
export type Presentations = Static<typeof Presentations>;

/** report.json of `honnin face evaluate --liveness`. */
export const LivenessReport = Type.Object({
  schema: Type.Literal('honnin-liveness-evaluation'),
  version: Type.Literal(1),
  made: Type.String(),
  machine: Type.Object({
    processor: Type.String(),
    cores: Count,
    memoryBytes: Count,
    platform: Type.String(),
    node: Type.String(),
  }),
  models: Type.Array(
    Type.Object({
      role: Type.String(),
      name: Type.String(),
      file: Type.String(),
      sha256: Type.String(),
      licence: Type.String(),
      source: Type.String(),
      notKnown: Type.String(),
    }),
  ),
  notes: Type.Array(Type.String()),
  bonafide: Presentations,
  /** By attack instrument species, worst first. */
  attacks: Type.Array(Type.Object({ kind: Type.String(), result: Presentations })),
  /** The rate of the worst species, which is the one that ISO/IEC 30107-3 has reported. */
  apcerWorst: OrNull(Share),
  clips: Type.Array(
    Type.Object({
      file: Type.String(),
      kind: OrNull(Type.String()),
      status: Type.String(),
      scores: Type.Array(OrNull(Type.Number())),
      reasons: Type.Array(Type.String()),
    }),
  ),
  seconds: Type.Number(),
});
export type LivenessReport = Static<typeof LivenessReport>;
