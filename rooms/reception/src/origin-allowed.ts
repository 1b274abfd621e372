import type { FastifyRequest } from 'fastify';

/**
 * Whether a request to the staff API comes from the console's own page. Requests that change something must
 * name their origin; reading ones may leave it out (browsers do, on the same origin), but a wrong one, or a
 * browser that says "cross-site", is refused.
 */
export function originAllowed(request: FastifyRequest, allowed: readonly string[] | undefined): boolean {
  const { origin, host } = request.headers;
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site'];
    return reading && (site === undefined || site === 'same-origin' || site === 'none');
  }
  if (allowed !== undefined) return allowed.includes(origin);
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
