import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createReceptionClient } from './reception-client.ts';
import { defaultTimeouts } from './timeouts.ts';

async function ask(listener: RequestListener, receptionMs = 2_000) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createReceptionClient(
    { url: `http://127.0.0.1:${port}`, token: 'secret-token' },
    { ...defaultTimeouts, receptionMs },
  );
  try {
    const opened = await client.open({ terminalId: 'kiosk-1' }, new AbortController().signal);
    return opened.status === 'failed' ? opened.reason : opened.value;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('an answer outside the contract is not taken for one', async () => {
  for (const body of ['', 'hello', '{}', '{"visitId":"../../x","nonce":"short"}']) {
    const answer = await ask((_request, response) => response.writeHead(201).end(body));
    expect(answer).toMatchObject({ code: 'reception-answer-malformed' });
  }
});

test('a server in trouble, or one that does not answer in time, is unreachable', async () => {
  expect(await ask((_request, response) => response.writeHead(503).end())).toMatchObject({
    code: 'reception-unreachable',
  });
  expect(await ask(() => {}, 100)).toMatchObject({ code: 'reception-unreachable' });
  expect(await ask((request) => request.socket.destroy())).toMatchObject({ code: 'reception-unreachable' });
});

test('token theft by redirect: the token does not follow to another address', async () => {
  let followed = false;
  const thief = createServer((_request, response) => {
    followed = true;
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => thief.once('listening', resolve));
  const { port } = thief.address() as AddressInfo;
  const answer = await ask((_request, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${port}/v1/visits` }).end(),
  );
  thief.close();
  expect(answer).toMatchObject({ code: 'reception-unreachable' });
  expect(followed).toBe(false);
});

test('no reason holds the token or the address', async () => {
  const answers = [
    await ask((request) => request.socket.destroy()),
    await ask((_request, response) => response.writeHead(401).end()),
    await ask((_request, response) => response.writeHead(200).end('{}')),
  ];
  expect(JSON.stringify(answers)).not.toMatch(/secret-token|127\.0\.0\.1/);
});
