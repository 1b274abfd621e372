import { type Reason, reason } from '@honnin/outcome';
import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { eligibilityFailures } from '../failures.ts';

const BilingualText = Type.Object({ ja: Type.String(), en: Type.String() });

/** Body of every answer that is not 2xx. */
export const ServiceProblem = Type.Object({
  code: Type.String(),
  /** For the telephone. */
  number: Type.String(),
  staff: BilingualText,
  remedy: BilingualText,
  /** For the developer: a place in the request, never its contents. */
  detail: Type.Optional(Type.String()),
});
export type ServiceProblem = Static<typeof ServiceProblem>;

type FailureCode = keyof typeof eligibilityFailures;

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(eligibilityFailures, code);
}

/** Sends a failure of this room's table with its HTTP status. */
export function sendProblem(reply: FastifyReply, { code, detail }: Reason): FastifyReply {
  if (!isFailureCode(code)) return sendProblem(reply, reason('service-failed'));
  const failure = eligibilityFailures[code];
  const body: ServiceProblem = {
    code,
    number: failure.number,
    staff: failure.staff,
    remedy: failure.remedy,
    ...(detail !== undefined && { detail }),
  };
  return reply
    .code('http' in failure ? failure.http : 500)
    .type('application/json')
    .send(body);
}
