import type { Reason } from '@honnin/outcome';
import type { MessageLimits } from '@honnin/picture-process';
import { type Static, Type } from 'typebox';
import { type PrintAdvice, printAdvice } from '../reading/print-advice.ts';

/** The first order to the process. */
const StartOrder = Type.Object(
  {
    type: Type.Literal('start'),
    /** `YYYY-MM-DD` where the card is used. */
    today: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
    threads: Type.Integer({ minimum: 1, maximum: 16 }),
    /** Resident memory, in bytes, beyond which the process ends itself. */
    memoryBytes: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);
export type StartOrder = Static<typeof StartOrder>;

/** After the start, pictures: one is the payload of each order. Each is answered once, in the order they came. */
export const WorkerOrder = Type.Union([
  StartOrder,
  Type.Object({ type: Type.Literal('picture') }, { additionalProperties: false }),
]);
export type WorkerOrder = Static<typeof WorkerOrder>;

const Settled = Type.Object({
  birthDate: Type.Boolean(),
  expiryYear: Type.Boolean(),
  securityCode: Type.Boolean(),
});

/** What the process answers: never a picture, nor a word of the card but the three parts once they are settled. */
export const WorkerAnswer = Type.Union([
  Type.Object({ type: Type.Literal('ready') }),
  Type.Object({
    type: Type.Literal('failed'),
    reason: Type.Unsafe<Reason>(
      Type.Object({
        code: Type.String({ pattern: '^[a-z-]{1,64}$' }),
        detail: Type.Optional(Type.String({ maxLength: 300 })),
      }),
    ),
  }),
  Type.Object({
    type: Type.Literal('seen'),
    sight: Type.Union([
      Type.Object({
        status: Type.Literal('read'),
        number: Type.Object({
          birthDate: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
          expiryYear: Type.Integer({ minimum: 2000, maximum: 2099 }),
          securityCode: Type.String({ pattern: '^[0-9]{4}$' }),
        }),
      }),
      Type.Object({
        status: Type.Literal('not-read-yet'),
        advice: Type.Unsafe<PrintAdvice | null>(
          Type.Union([Type.Null(), ...printAdvice.map((advice) => Type.Literal(advice))]),
        ),
        settled: Settled,
      }),
    ]),
  }),
]);
export type WorkerAnswer = Static<typeof WorkerAnswer>;

/** Of what the terminal says. */
export const orderLimits: MessageLimits = { maximumText: 4096, maximumPayload: 1024 * 1024 };
/** Of what the process answers: never a picture. */
export const answerLimits: MessageLimits = { maximumText: 4096, maximumPayload: 0 };
