import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { dayInJapan } from '@honnin/insurance';
import { type Reason, reason } from '@honnin/outcome';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ArrivalFeed } from './arrival-feed.ts';
import { originAllowed } from './origin-allowed.ts';
import { sendProblem } from './problem.ts';
import type { ReceptionSettings, ReceptionTimes } from './reception-options.ts';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import type { SessionStore } from './session-store.ts';
import {
  ArrivalsQuery,
  OpenSession,
  StaffDecisionBody,
  type StaffPerson,
  type StaffSession,
} from './staff-api.ts';
import { streamArrivals } from './stream-arrivals.ts';
import type { VisitDesk } from './visit-desk.ts';

interface Parts {
  readonly desk: VisitDesk;
  readonly sessions: SessionStore;
  readonly feed: ArrivalFeed;
  readonly settings: ReceptionSettings;
  readonly times: ReceptionTimes;
  readonly closing: AbortSignal;
}

const VisitParams = Type.Object({ visitId: Type.String({ maxLength: 64 }) });
const bodyLimit = 4096;

/** The staff API: session cookie, origin checked, today's arrivals live. */
export function staffRoutes({
  desk,
  sessions,
  feed,
  settings,
  times,
  closing,
}: Parts): FastifyPluginCallback {
  const { clock, staff, institution } = settings;
  /** Streams of one session end with it. */
  const streams = new Map<string, Set<AbortController>>();

  async function signedIn(
    request: FastifyRequest,
  ): Promise<{ token: string; person: StaffPerson } | undefined> {
    const token = readSessionCookie(request.headers.cookie);
    if (token === undefined) return undefined;
    const staffId = await sessions.staffIdOf(token, clock());
    const person = staff.find(({ id }) => id === staffId);
    return person === undefined ? undefined : { token, person };
  }
  const refuse = (reply: FastifyReply, why: Reason) => sendProblem(reply, why, 'staff');

  return (instance, _options, ready) => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();
    app.setValidatorCompiler(TypeBoxValidatorCompiler);
    app.addHook('onRequest', async (request, reply) => {
      if (!originAllowed(request, settings.allowedOrigins))
        return refuse(reply, reason('origin-not-allowed'));
    });
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get('/staff/people', async () => staff.map(({ id, name }) => ({ id, name })));

    app.get('/staff/session', async (request): Promise<StaffSession> => {
      const session = await signedIn(request);
      return {
        staff: session === undefined ? null : { id: session.person.id, name: session.person.name },
        institution: { code: institution.code, name: institution.name },
      };
    });

    app.post('/staff/session', { schema: { body: OpenSession }, bodyLimit }, async (request, reply) => {
      const { staffId } = request.body;
      if (!staff.some(({ id }) => id === staffId)) return refuse(reply, reason('staff-not-known'));
      const token = await sessions.open(staffId, new Date(clock().getTime() + times.sessionMs));
      const secure = request.protocol === 'https';
      return reply
        .header('set-cookie', writeSessionCookie(token, { maxAgeMs: times.sessionMs, secure }))
        .code(204)
        .send();
    });

    app.delete('/staff/session', async (request, reply) => {
      const token = readSessionCookie(request.headers.cookie);
      if (token !== undefined) {
        await sessions.close(token);
        for (const stream of streams.get(token) ?? []) stream.abort();
      }
      const secure = request.protocol === 'https';
      return reply
        .header('set-cookie', writeSessionCookie('', { maxAgeMs: 0, secure }))
        .code(204)
        .send();
    });

    app.get('/staff/arrivals', { schema: { querystring: ArrivalsQuery } }, async (request, reply) => {
      if ((await signedIn(request)) === undefined) return refuse(reply, reason('not-signed-in'));
      const day = request.query.date ?? dayInJapan(clock());
      if (Number.isNaN(Date.parse(day))) return refuse(reply, reason('request-malformed'));
      return reply.send(await desk.arrivals(day));
    });

    app.get('/staff/arrivals/stream', async (request, reply) => {
      const session = await signedIn(request);
      if (session === undefined) return refuse(reply, reason('not-signed-in'));
      const stop = new AbortController();
      const open = streams.get(session.token) ?? new Set();
      streams.set(session.token, open.add(stop));
      reply.raw.once('close', () => {
        open.delete(stop);
        if (open.size === 0) streams.delete(session.token);
      });
      reply.hijack();
      await streamArrivals({
        response: reply.raw,
        snapshot: () => desk.arrivals(dayInJapan(clock())),
        subscribe: feed.subscribe,
        pingMs: times.pingMs,
        signedIn: async () => (await signedIn(request)) !== undefined,
        stop: AbortSignal.any([closing, stop.signal]),
      });
    });

    app.post(
      '/staff/visits/:visitId/decision',
      { schema: { params: VisitParams, body: StaffDecisionBody }, bodyLimit },
      async (request, reply) => {
        const session = await signedIn(request);
        if (session === undefined) return refuse(reply, reason('not-signed-in'));
        const decided = await desk.decide(request.params.visitId, request.body.decision, session.person.id);
        return decided.status === 'done' ? reply.code(204).send() : refuse(reply, decided.reason);
      },
    );

    app.post(
      '/staff/visits/:visitId/seen',
      { schema: { params: VisitParams }, bodyLimit },
      async (request, reply) => {
        const session = await signedIn(request);
        if (session === undefined) return refuse(reply, reason('not-signed-in'));
        const marked = await desk.markSeen(request.params.visitId, session.person.id);
        return marked.status === 'done' ? reply.code(204).send() : refuse(reply, marked.reason);
      },
    );
    ready();
  };
}
