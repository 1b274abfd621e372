import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const people = fileURLToPath(new URL('../../../personas/people', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** Whether `node --import tsx setup/build-screens.ts` has been run. */
export const isBuilt = existsSync(path.join(dist, 'index.html'));

/** Serves the built screens and the personas' pictures as the demo does, and nothing behind them. */
export async function serveDist(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, person] = /^\/wallet\/people\/([a-z]+\/[a-z-]+\.(?:jpg|png))$/.exec(pathname) ?? [];
    const file =
      person === undefined
        ? path.join(dist, pathname.replace(/\/(wallet)?$/, '/index.html'))
        : path.join(people, person);
    if (!(file.startsWith(dist) || file.startsWith(people)) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
