import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const rooms = fileURLToPath(new URL('../../../', import.meta.url));

const screens: readonly { readonly room: string; readonly at: string }[] = [
  { room: 'kiosk', at: '/kiosk/' },
  { room: 'console', at: '/console/' },
  { room: 'wallet', at: '/' },
];

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

/** Serves the built screens: `/` and `/wallet` by the wallet room, `/kiosk/`, `/console/`. */
export async function serveScreens(server: FastifyInstance): Promise<void> {
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  for (const { room, at } of screens) {
    const root = path.join(rooms, room, 'dist');
    if (!existsSync(path.join(root, 'index.html'))) {
      throw new Error(
        `the screen ${room} is not built: run npm start, or node --import tsx setup/build-screens.ts`,
      );
    }
    await server.register(fastifyStatic, {
      root,
      prefix: at,
      decorateReply: room === 'kiosk',
      wildcard: false,
    });
    if (at !== '/') server.get(at.slice(0, -1), async (_request, reply) => reply.redirect(at, 308));
  }
  server.get('/wallet', async (_request, reply) =>
    reply.sendFile('index.html', path.join(rooms, 'wallet', 'dist')),
  );
}
