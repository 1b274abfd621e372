import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import {
  EndVisitRequest,
  HelpRequest,
  IdentificationSubmission,
  OpenVisitRequest,
  StaffDecisionQuery,
} from '@honnin/identification/visit-api';
import { reason } from '@honnin/outcome';
import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { createTerminalFinder } from './find-terminal.ts';
import { sendProblem } from './problem.ts';
import type { KnownTerminal } from './reception-options.ts';
import type { VisitDesk } from './visit-desk.ts';

interface Parts {
  readonly desk: VisitDesk;
  readonly terminals: readonly KnownTerminal[];
  /** Aborted when reception is closed: long polls answer at once. */
  readonly closing: AbortSignal;
}

const VisitParams = Type.Object({ visitId: Type.String({ maxLength: 64 }) });
/** A statement of 64 KiB, and the consents. */
const submissionLimit = 96 * 1024;

/** The visit-api for terminals: bearer token, JSON, one visit a terminal at a time. */
export function terminalRoutes({ desk, terminals, closing }: Parts): FastifyPluginCallback {
  const find = createTerminalFinder(terminals);
  return (instance, _options, ready) => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();
    app.setValidatorCompiler(TypeBoxValidatorCompiler);
    const callers = new WeakMap<FastifyRequest, KnownTerminal>();
    const callerOf = (request: FastifyRequest): KnownTerminal => {
      const terminal = callers.get(request);
      if (terminal === undefined) throw new Error('a route was reached without its terminal');
      return terminal;
    };
    // Before the body is read: a stranger's megabytes are not parsed.
    app.addHook('onRequest', async (request, reply) => {
      const terminal = find(request.headers.authorization);
      if (terminal === undefined) return sendProblem(reply, reason('token-not-known'), 'patient');
      callers.set(request, terminal);
    });

    app.post(
      '/v1/visits',
      { schema: { body: OpenVisitRequest }, bodyLimit: 1024 },
      async (request, reply) => {
        const terminal = callerOf(request);
        if (request.body.terminalId !== terminal.id) {
          return sendProblem(reply, reason('terminal-not-allowed'), 'patient');
        }
        return reply.code(201).send(await desk.open(terminal));
      },
    );

    app.post(
      '/v1/visits/:visitId/identification',
      { schema: { params: VisitParams, body: IdentificationSubmission }, bodyLimit: submissionLimit },
      async (request, reply) => {
        const result = await desk.identify(callerOf(request), request.params.visitId, request.body);
        return result.status === 'done'
          ? reply.send(result.value)
          : sendProblem(reply, result.reason, 'patient');
      },
    );

    app.post(
      '/v1/visits/:visitId/help',
      { schema: { params: VisitParams, body: HelpRequest }, bodyLimit: 4096 },
      async (request, reply) => {
        const result = await desk.wantHelp(callerOf(request), request.params.visitId, request.body.reason);
        return result.status === 'done'
          ? reply.code(204).send()
          : sendProblem(reply, result.reason, 'patient');
      },
    );

    app.get(
      '/v1/visits/:visitId/staff-decision',
      { schema: { params: VisitParams, querystring: StaffDecisionQuery } },
      async (request, reply) => {
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        const result = await desk.awaitDecision(
          callerOf(request),
          request.params.visitId,
          (request.query.waitSeconds ?? 20) * 1000,
          AbortSignal.any([closing, gone.signal]),
        );
        // Kept alive, the connection would hold up the server's closing.
        if (closing.aborted) reply.header('connection', 'close');
        return result.status === 'done'
          ? reply.send(result.value)
          : sendProblem(reply, result.reason, 'patient');
      },
    );

    app.post(
      '/v1/visits/:visitId/end',
      { schema: { params: VisitParams, body: EndVisitRequest }, bodyLimit: 16 * 1024 },
      async (request, reply) => {
        const result = await desk.end(callerOf(request), request.params.visitId, request.body.reasons);
        return result.status === 'done'
          ? reply.code(204).send()
          : sendProblem(reply, result.reason, 'patient');
      },
    );
    ready();
  };
}
