import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const rooms = fileURLToPath(new URL('../../../', import.meta.url));

/** A room with a built screen. */
export type ScreenRoom = 'kiosk' | 'console' | 'wallet';

const addresses: Readonly<Record<ScreenRoom, string>> = {
  kiosk: '/kiosk/',
  console: '/console/',
  wallet: '/',
};

/** What a page may load: its own origin only. Pictures made on the page (canvas, camera) are `blob:` and `data:`. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Serves built screens, all of them when none are named: `/kiosk/`, `/console/`, and `/` and `/wallet` by the
 * wallet room. Throws when one is not built.
 */
export async function serveScreens(
  server: FastifyInstance,
  screens: readonly ScreenRoom[] = ['kiosk', 'console', 'wallet'],
): Promise<void> {
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  for (const [index, room] of screens.entries()) {
    const at = addresses[room];
    const root = path.join(rooms, room, 'dist');
    if (!existsSync(path.join(root, 'index.html'))) {
      throw new Error(
        `the screen ${room} is not built: run npm start, or node --import tsx setup/build-screens.ts`,
      );
    }
    await server.register(fastifyStatic, {
      root,
      prefix: at,
      decorateReply: index === 0,
      wildcard: false,
    });
    if (at !== '/') server.get(at.slice(0, -1), async (_request, reply) => reply.redirect(at, 308));
  }
  if (!screens.includes('wallet')) return;
  server.get('/wallet', async (_request, reply) =>
    reply.sendFile('index.html', path.join(rooms, 'wallet', 'dist')),
  );
}
