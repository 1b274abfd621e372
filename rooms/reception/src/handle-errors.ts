import { type Reason, reason } from '@honnin/outcome';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from './log.ts';
import { sendProblem } from './problem.ts';

/** Turns what Fastify or the database threw into one of the room's failures; never sends what was thrown. */
export function createErrorHandler(log: Log) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const why = causeOf(error);
    if (why.code === 'reception-failed' || why.code === 'database-unreachable') {
      log.error(
        { route: request.routeOptions.url, error: error.message, code: error.code },
        'a request failed',
      );
    }
    return sendProblem(reply, why, request.url.startsWith('/staff') ? 'staff' : 'patient');
  };
}

function causeOf(error: FastifyError): Reason {
  if (error.validation !== undefined) return reason('request-malformed');
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reason('request-too-large');
  // Connection exceptions of PostgreSQL (class 08, 57P), and what the socket says.
  if (/^(08|57P)|^ECONN|^ENOENT$|^ETIMEDOUT$/.test(error.code ?? '')) return reason('database-unreachable');
  if (error.statusCode !== undefined && error.statusCode < 500) return reason('request-malformed');
  return reason('reception-failed');
}
