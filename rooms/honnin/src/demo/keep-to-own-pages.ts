import type { FastifyInstance } from 'fastify';
import { demoFailures } from './failures.ts';

/**
 * Refuses what is not addressed to the demo by one of its own names, or comes from a page of another origin,
 * with `foreign-origin`. The name counts because a browser leaves the origin out where it believes to be on
 * the same one: a site that has its own name point at this machine (DNS rebinding) could read everything.
 * To be called before the routes, so that it stands before all of them, however their address is written.
 */
export function keepToOwnPages(server: FastifyInstance, allowedOrigins: readonly string[]): void {
  const hosts = allowedOrigins.map((origin) => new URL(origin).host);
  server.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    const own = host !== undefined && hosts.includes(host.toLowerCase());
    if (own && (origin === undefined || allowedOrigins.includes(origin))) return;
    const { http, number, patient } = demoFailures['foreign-origin'];
    return reply.code(http).send({ code: 'foreign-origin', number, message: patient });
  });
}
