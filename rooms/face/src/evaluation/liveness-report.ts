import { type Static, Type } from 'typebox';
import { Count, MachineReport, ModelReport, OrNull, Share } from './report-parts.ts';

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
  machine: MachineReport,
  models: Type.Array(ModelReport),
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
