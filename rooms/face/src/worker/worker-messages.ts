import { type Static, type TSchema, Type } from 'typebox';
import { ModelManifest } from '../manifest/model-manifest.ts';
import type { FacePolicy } from '../verification/face-policy.ts';
import type { FaceResult } from '../verification/face-result.ts';
import type { FaceAdvice, FaceStep, FrameGuidance } from '../verification/frame-guidance.ts';

// Written as records, so that the compiler misses a step or an advice that is new.
const steps: Record<FaceStep, null> = {
  'look-straight': null,
  'turn-left': null,
  'turn-right': null,
  'lean-in': null,
  'look-back': null,
  done: null,
};
const advice: Record<FaceAdvice, null> = {
  'no-face': null,
  'several-faces': null,
  'come-closer': null,
  'move-back': null,
  'move-to-centre': null,
  'too-dark': null,
  'too-bright': null,
  'hold-still': null,
  'open-eyes': null,
  'uncover-face': null,
  'face-the-camera': null,
  'turn-further': null,
  'turn-less': null,
  'other-way': null,
  'remove-mask': null,
  'remove-dark-glasses': null,
  'hair-off-eyes': null,
  'hand-off-face': null,
  'calm-expression': null,
  'light-from-behind': null,
  'lean-further': null,
};
const oneOf = <T extends string>(names: Record<T, null>) =>
  Type.Unsafe<T>(Type.Union(Object.keys(names).map((name) => Type.Literal(name))));

/** A schema under the name of the type that everybody else uses; the compiler holds that it describes nothing less. */
const describing =
  <T>() =>
  <S extends TSchema>(schema: S & (Static<S> extends T ? unknown : never)) =>
    Type.Unsafe<T>(schema);

/** Numbers that the terminal drew, 0 <= x < 1; the worker has no randomness of its own. */
const Draws = Type.Array(Type.Number({ minimum: 0, exclusiveMaximum: 1 }), { maxItems: 64 });

/** The policy is the terminal's own; what is not listed here goes through unchanged. */
const Policy = Type.Unsafe<FacePolicy>(
  Type.Object({
    threshold: Type.Number(),
    falseMatchRate: Type.Number(),
    minimumFrames: Type.Integer(),
    wantedFrames: Type.Integer(),
    relaxations: Type.Array(Type.String()),
    turn: Type.Object({ count: Type.Integer(), timeLimitMs: Type.Number() }),
    timeLimitMs: Type.Number(),
  }),
);

/** What the terminal asks of its worker; each is answered once, in the order they came. */
export const WorkerOrder = Type.Union([
  Type.Object({
    type: Type.Literal('open'),
    modelsDirectory: Type.String(),
    threads: Type.Integer({ minimum: 1, maximum: 64 }),
    manifest: ModelManifest,
  }),
  /** Payload: the chip's photo. */
  Type.Object({
    type: Type.Literal('start'),
    policy: Policy,
    camera: Type.Union([
      Type.Null(),
      Type.Object({
        label: Type.String(),
        width: Type.Number(),
        height: Type.Number(),
        frameRate: Type.Union([Type.Number(), Type.Null()]),
      }),
    ]),
    draws: Draws,
  }),
  /** Payload: one JPEG. `at` is the terminal's clock, `captured` the camera's. */
  Type.Object({
    type: Type.Literal('frame'),
    at: Type.Number(),
    captured: Type.Union([Type.Number(), Type.Null()]),
    draws: Draws,
  }),
  Type.Object({ type: Type.Literal('ask-without-turning'), at: Type.Number() }),
]);
export type WorkerOrder = Static<typeof WorkerOrder>;

const Reason = Type.Object({
  code: Type.String({ pattern: '^[a-z0-9-]{1,64}$' }),
  detail: Type.Optional(Type.String({ maxLength: 2000 })),
});
const Status = Type.Union([Type.Literal('verified'), Type.Literal('rejected'), Type.Literal('undetermined')]);
const Met = Type.Union([Type.Literal('met'), Type.Literal('not-met'), Type.Literal('not-asked')]);
const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);

const Result = describing<FaceResult>()(
  Type.Object({
    status: Status,
    similarity: NumberOrNull,
    threshold: Type.Number(),
    falseMatchRate: Type.Number(),
    model: Type.Object({ name: Type.String(), sha256: Type.String() }),
    frames: Type.Integer(),
    liveness: Type.Object({
      status: Status,
      passive: NumberOrNull,
      headTurn: Met,
      eyes: Type.Union([Type.Literal('open'), Type.Literal('blinked'), Type.Literal('not-seen')]),
      leanIn: Met,
      stream: Type.Union([Type.Literal('live'), Type.Literal('suspect'), Type.Literal('unknown')]),
      relaxed: Type.Array(
        Type.Union([Type.Literal('rendered-people-passive-liveness'), Type.Literal('stand-in-camera')]),
      ),
    }),
    reasons: Type.Array(Reason, { maxItems: 64 }),
  }),
);

const Guidance = describing<FrameGuidance>()(
  Type.Object({
    step: oneOf(steps),
    advice: Type.Union([oneOf(advice), Type.Null()]),
    progress: Type.Number(),
    box: Type.Union([
      Type.Object({ x: Type.Number(), y: Type.Number(), width: Type.Number(), height: Type.Number() }),
      Type.Null(),
    ]),
    yaw: NumberOrNull,
  }),
);

/** What a worker answers. Never a picture, a crop or a template: those stay in the worker and end with it. */
export const WorkerAnswer = Type.Union([
  Type.Object({ type: Type.Literal('opened') }),
  Type.Object({ type: Type.Literal('failed'), reason: Reason }),
  /** `drawn`: how many of the terminal's random numbers were used up. */
  Type.Object({ type: Type.Literal('started'), result: Result, drawn: Type.Integer() }),
  Type.Object({
    type: Type.Literal('seen'),
    guidance: Guidance,
    result: Result,
    drawn: Type.Integer(),
  }),
]);
export type WorkerAnswer = Static<typeof WorkerAnswer>;
