import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The kiosk as built, served on loopback for tests and pictures. */
export interface BuiltKiosk extends AsyncDisposable {
  /** Such as `http://127.0.0.1:4711/kiosk/`. */
  readonly address: string;
}

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Serves `dist`, which has to be built; whatever is not in it is 404. */
export async function serveBuiltKiosk(): Promise<BuiltKiosk> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://kiosk.invalid');
    const name = pathname.replace(/^\/kiosk\//, '');
    const file = path.join(built, name === '' ? 'index.html' : name);
    const type = types[path.extname(file)];
    try {
      if (type === undefined || !file.startsWith(built)) throw new Error('not served');
      const content = await readFile(file);
      response.writeHead(200, { 'content-type': type }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/kiosk/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
