import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Attempt, done } from '@honnin/outcome';
import type { FastifyInstance } from 'fastify';
import type { ListeningPoint } from './listening-point.ts';
import { failedAt } from './setting-place.ts';

/** An address that is listened on. Disposing it closes address and server, also to those in the middle of it. */
export interface Listening extends AsyncDisposable {
  readonly url: string;
}

/** Opens a server's address, with TLS where it is set. Fails with `listen-address-unusable`. */
export async function listenOn(server: FastifyInstance, point: ListeningPoint): Promise<Attempt<Listening>> {
  const { host, port, tls } = point;
  try {
    if (tls !== null) return done(await listenWithTls(server, host, port, tls));
    const url = await server.listen({ host, port });
    return done({ url, [Symbol.asyncDispose]: async () => void (await server.close()) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !addressCodes.includes(code)) throw error;
    return failedAt(point.place, 'listen-address-unusable', `${host}:${port} ${code}`);
  }
}

const addressCodes = ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND', 'EAFNOSUPPORT'];

async function listenWithTls(
  server: FastifyInstance,
  host: string,
  port: number,
  tls: { readonly cert: string; readonly key: string },
): Promise<Listening> {
  await server.ready();
  const front = createServer({ ...tls, minVersion: 'TLSv1.2' }, (request, response) =>
    server.routing(request, response),
  );
  front.listen(port, host);
  await once(front, 'listening');
  const { port: bound } = front.address() as AddressInfo;
  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async [Symbol.asyncDispose]() {
      const closed = once(front, 'close');
      front.close();
      await server.close();
      front.closeAllConnections();
      await closed;
    },
  };
}
