import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { EligibilityAnswer, EligibilityRequest } from '@honnin/insurance';
import { reason } from '@honnin/outcome';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Checker } from '../check/create-checker.ts';
import { describeError } from '../describe-error.ts';
import { isDatabaseUnavailable } from '../store/database-unavailable.ts';
import type { Institution, InstitutionDirectory } from '../store/institution-directory.ts';
import { tokenHash } from '../store/token-hash.ts';
import type { ServiceMetrics } from './create-metrics.ts';
import { ServiceProblem, sendProblem } from './service-problem.ts';

const largestBody = 64 * 1024;

const HealthReport = Type.Object({ status: Type.Enum(['ok', 'database-unavailable']) });

/** Puts the service's routes on a Fastify server. */
export async function addEligibilityRoutes(
  app: FastifyInstance,
  options: {
    readonly checker: Checker;
    readonly institutions: InstitutionDirectory;
    readonly metrics: ServiceMetrics;
    readonly databaseAnswers: () => Promise<boolean>;
    readonly requestsPerMinute: number;
  },
): Promise<void> {
  const { checker, institutions, metrics } = options;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  const asking = new WeakMap<FastifyRequest, Institution>();

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const found = problemOf(error);
    if (found.code === 'service-failed') request.log.error({ error: describeError(error) }, 'a check failed');
    if (found.code === 'database-unavailable')
      request.log.error({ error: describeError(error) }, 'no database');
    metrics.problems.inc({ code: found.code });
    return sendProblem(reply, found);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, reason('not-found')));

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Honnin eligibility service', version: '1', license: { name: 'Apache-2.0' } },
      components: { securitySchemes: { institution: { type: 'http', scheme: 'bearer' } } },
    },
  });
  await app.register(rateLimit, {
    global: false,
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    // By institution; whoever shows no known token shares the limit of their address.
    keyGenerator: (request) => tokenHash(request.headers.authorization ?? request.ip).toString('base64'),
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  });

  app.post<{ Body: EligibilityRequest }>(
    '/v1/eligibility/checks',
    {
      bodyLimit: largestBody,
      config: { rateLimit: {} },
      schema: {
        summary: "Ask for a person's health insurance on a day",
        security: [{ institution: [] }],
        body: EligibilityRequest,
        response: {
          200: EligibilityAnswer,
          ...Object.fromEntries(
            [400, 401, 403, 409, 413, 429, 500, 503].map((code) => [code, ServiceProblem]),
          ),
        },
      },
      // Before the body is read: strangers are not worth a parser's time.
      onRequest: async (request, reply) => {
        const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
        const institution = token === undefined ? null : await institutions.byToken(token);
        if (institution !== null) return void asking.set(request, institution);
        metrics.problems.inc({ code: 'institution-not-known' });
        reply.header('www-authenticate', 'Bearer');
        return sendProblem(reply, reason('institution-not-known'));
      },
    },
    async (request, reply) => {
      const institution = asking.get(request);
      if (institution === undefined) throw new Error('a request came past the check of its token');
      const stop = metrics.duration.startTimer();
      const result = await checker.check(institution, request.body);
      stop();
      if (result.kind === 'answer') {
        metrics.checks.inc({ status: result.status });
        return reply.type('application/json; charset=utf-8').send(result.text);
      }
      metrics.problems.inc({ code: result.reason.code });
      return sendProblem(reply, result.reason);
    },
  );

  app.get(
    '/health',
    { schema: { response: { 200: HealthReport, 503: HealthReport } } },
    async (_request, reply) => {
      if (await options.databaseAnswers()) return { status: 'ok' as const };
      return reply.code(503).send({ status: 'database-unavailable' as const });
    },
  );
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** Which failure an error of Fastify, of the database or of ourselves is. Details name places, not contents. */
function problemOf(error: FastifyError) {
  if (error.validation !== undefined) {
    // A member that nobody knows is reported as a `false` schema at the member, and at its parent.
    const first = error.validation.find(({ keyword }) => keyword !== 'boolean');
    return reason('request-malformed', `${first?.instancePath || '/'}: ${first?.keyword ?? 'schema'}`);
  }
  if (error.statusCode === 413) return reason('request-too-large');
  if (error.statusCode === 429) return reason('too-many-requests');
  if (isDatabaseUnavailable(error)) return reason('database-unavailable');
  if (error.statusCode !== undefined && error.statusCode < 500)
    return reason('request-malformed', error.code);
  return reason('service-failed');
}
