import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { Arrival } from './staff-api.ts';
import { streamArrivals } from './stream-arrivals.ts';

it('writes nothing more to a console that stalls after its end (it would end the process)', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stalled = request({ port: (server.address() as AddressInfo).port }, (response) => response.pause());
  stalled.on('error', () => undefined);
  const asked = once(server, 'request');
  stalled.end();
  const [, response] = (await asked) as [unknown, ServerResponse];

  let publish: (arrival: Arrival) => void = () => undefined;
  const stop = new AbortController();
  await streamArrivals({
    response,
    snapshot: async () => [],
    subscribe: (listener) => {
      publish = listener;
      return () => undefined;
    },
    pingMs: 60_000,
    signedIn: async () => true,
    stop: stop.signal,
  });
  const arrival = { visitId: 'x'.repeat(64 * 1024) } as Arrival;
  // Until what the system takes in for the console is full, and some of it waits here.
  for (let sent = 0; sent < 500 && response.writableLength < 200_000; sent += 1) {
    publish(arrival);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(response.writableLength).toBeGreaterThan(0);
  const errors: unknown[] = [];
  response.on('error', (error) => errors.push(error));
  stop.abort();
  publish(arrival);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(response.destroyed).toBe(false);
  expect(errors).toEqual([]);
  stalled.destroy();
  server.closeAllConnections();
  server.close();
});
