import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetchOctets } from './fetch-octets.ts';

let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    switch (request.url) {
      case '/small':
        return response.end(Buffer.from([1, 2, 3]));
      case '/endless': {
        const timer = setInterval(() => response.write(Buffer.alloc(1000)), 1);
        return response.on('close', () => clearInterval(timer));
      }
      case '/silent':
        return undefined;
      case '/elsewhere':
        return response.writeHead(302, { location: '/small' }).end();
      case '/echo': {
        response.setHeader('content-type', request.headers['content-type'] ?? '');
        return request.pipe(response);
      }
      default:
        return response.writeHead(404).end('no');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetchOctets = (timeoutMs = 2000) =>
  createFetchOctets({ fetch, timeoutMs, maximumBytes: 5000, failure: 'revocation-list-unavailable' });
const failure = (detail: RegExp) => ({
  status: 'failed',
  reason: { code: 'revocation-list-unavailable', detail: expect.stringMatching(detail) },
});

describe('fetching within limits', () => {
  it('gives the octets, and sends some where there are', async () => {
    expect(await fetchOctets()(`${url}/small`)).toEqual({ status: 'done', value: Uint8Array.of(1, 2, 3) });
    const request = { contentType: 'application/ocsp-request', body: Uint8Array.of(9, 8) };
    expect(await fetchOctets()(`${url}/echo`, request)).toEqual({
      status: 'done',
      value: Uint8Array.of(9, 8),
    });
  });

  it('does not swallow an answer without an end', async () => {
    expect(await fetchOctets()(`${url}/endless`)).toMatchObject(failure(/more than 5000 octets/));
  });

  it('does not wait for a server that says nothing', async () => {
    const before = performance.now();
    expect(await fetchOctets(100)(`${url}/silent`)).toMatchObject(failure(/timeout/i));
    expect(performance.now() - before).toBeLessThan(1500);
  });

  it('is not led elsewhere, nor to other schemes', async () => {
    expect(await fetchOctets()(`${url}/elsewhere`)).toMatchObject(failure(/redirect/));
    for (const address of ['file:///etc/passwd', 'data:,x', 'ldap://127.0.0.1/'])
      expect(await fetchOctets()(address)).toMatchObject(failure(/neither http nor https/));
  });

  it('says what went wrong', async () => {
    expect(await fetchOctets()(`${url}/missing`)).toMatchObject(failure(/HTTP 404/));
    expect(await fetchOctets()('http://127.0.0.1:1/')).toMatchObject(failure(/127\.0\.0\.1:1\/: ./));
    expect(await fetchOctets()('http://%')).toMatchObject(failure(/./));
  });
});
