import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';

/** `ok`, or the code of the failure that keeps the service from its work. */
export const HealthReport = Type.Object({ status: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }) });

/** `GET /health`: 200 while nothing is wrong, else 503; `examine` gives the failure's code or null. */
export function addHealthRoute(server: FastifyInstance, examine: () => Promise<string | null>): void {
  server.get('/health', async (_request, reply) => {
    const wrong = await examine();
    return reply
      .code(wrong === null ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: wrong ?? 'ok' });
  });
}
