import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestAuthority, TestIssuer } from '@honnin/pki';

/** Where the demo's authority answers. */
export interface ServedAuthority extends AsyncDisposable {
  readonly url: string;
}

const issuers: readonly TestIssuer[] = ['authentication', 'signature', 'terminal'];
const maximumRequestBytes = 64 * 1024;

/** A list is offered anew to whoever asks; they may keep it for this long. */
const listSeconds = 60;

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) return null;
    length += chunk.length;
    if (length > maximumRequestBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function send(response: ServerResponse, type: string, body: Uint8Array, seconds: number): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': seconds === 0 ? 'no-store' : `max-age=${seconds}`,
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

/**
 * Serves the demo authority's revocation on this machine alone, as an authority does for the world: lists at
 * `/lists/<issuer>.crl`, and OCSP at `/ocsp` by POST or by GET with the request in base64 (RFC 6960 appendix A).
 * Everything is signed when it is asked for, so that a revocation shows at once.
 */
export async function serveAuthority(authority: TestAuthority, clock: () => Date): Promise<ServedAuthority> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const issuer = issuers.find((name) => pathname === `/lists/${name}.crl`);
    if (issuer !== undefined && request.method === 'GET') {
      const list = await authority.certificateRevocationList(clock(), { issuer });
      return send(response, 'application/pkix-crl', list, listSeconds);
    }
    const asked =
      request.method === 'POST' && pathname === '/ocsp'
        ? await bodyOf(request)
        : request.method === 'GET' && pathname.startsWith('/ocsp/')
          ? new Uint8Array(Buffer.from(decodeURIComponent(pathname.slice('/ocsp/'.length)), 'base64'))
          : null;
    if (asked === null) return refuse(response, 404);
    send(response, 'application/ocsp-response', await authority.statusResponse(asked, clock()), 0);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 400));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
