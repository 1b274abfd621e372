import type { Reason } from '@honnin/outcome';
import type { FastifyReply } from 'fastify';
import { type ReceptionFailureCode, receptionFailures } from './failures.ts';
import type { StaffProblem } from './staff-api.ts';

function isCode(code: string): code is ReceptionFailureCode {
  return Object.hasOwn(receptionFailures, code);
}

/** Answers with a failure of the room's table; a code that is not in it is a bug, and told as one. */
export function sendProblem(reply: FastifyReply, why: Reason, texts: 'staff' | 'patient'): FastifyReply {
  const code = isCode(why.code) ? why.code : 'reception-failed';
  const page = receptionFailures[code];
  const body: StaffProblem = { code, number: page.number, message: page[texts] };
  return reply.code('http' in page ? page.http : 500).send(body);
}
