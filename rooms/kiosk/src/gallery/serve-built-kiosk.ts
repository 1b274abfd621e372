import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The kiosk as built, served on loopback for tests and pictures. */
export interface BuiltKiosk extends AsyncDisposable {
  /** Such as `http://127.0.0.1:4711/kiosk/`. */
  readonly address: string;
  /** To put a socket beside it. */
  readonly server: Server;
}

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/**
 * Serves `dist` as it is now, which has to be built; whatever is not in it is 404.
 *
 * @param more answers by path besides the files, as JSON; under `…/events` as one `state` event of a stream
 */
export async function serveBuiltKiosk(more: Readonly<Record<string, unknown>> = {}): Promise<BuiltKiosk> {
  // Kept in memory: a build that runs beside the test empties the folder.
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || types[path.extname(entry.name)] === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(built, file).split(path.sep).join('/'), await readFile(file));
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://kiosk.invalid');
    const name = pathname.replace(/^\/kiosk\//, '') || 'index.html';
    const content = files.get(name);
    const answer = more[pathname];
    if (answer !== undefined) {
      const json = JSON.stringify(answer);
      if (pathname.endsWith('/events')) {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`event: state\ndata: ${json}\n\n`);
      } else {
        response.writeHead(200, { 'content-type': 'application/json' }).end(json);
      }
      return;
    }
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': types[path.extname(name)] }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    address: `http://127.0.0.1:${port}/kiosk/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
