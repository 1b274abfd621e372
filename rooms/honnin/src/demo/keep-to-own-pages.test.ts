import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { keepToOwnPages } from './keep-to-own-pages.ts';

const own = 'http://127.0.0.1:8080';

/** A server with one card to lay down, which counts how often it was; and its part that is a plugin. */
async function served() {
  const server = fastify();
  let laid = 0;
  keepToOwnPages(server, [own, 'http://localhost:8080']);
  await server.register(async (plugin) => {
    plugin.get('/staff/people', async () => []);
  });
  server.post('/wallet/api/cards/:id/lay', async () => {
    laid += 1;
    return {};
  });
  server.get('/wallet/api/state', async () => ({ pin: '1234' }));
  return { server, laid: () => laid };
}

const lay = '/wallet/api/cards/ito/lay';

it('serves its own pages under both names of the machine', async () => {
  const { server, laid } = await served();
  for (const host of ['127.0.0.1:8080', 'localhost:8080']) {
    const headers = { host, origin: `http://${host}` };
    expect((await server.inject({ method: 'POST', url: lay, headers })).statusCode).toBe(200);
    expect((await server.inject({ url: '/staff/people', headers: { host } })).statusCode).toBe(200);
  }
  expect(laid()).toBe(2);
});

it('refuses what another site’s page sends (cross-site request forgery), also under a percent-encoded path', async () => {
  const { server, laid } = await served();
  for (const url of [lay, lay.replace('wallet', '%77allet'), lay.replace('api', 'ap%69')]) {
    for (const origin of ['https://evil.example', 'http://127.0.0.1:8081', 'null', '']) {
      const headers = { host: '127.0.0.1:8080', origin };
      const answer = await server.inject({ method: 'POST', url, headers });
      expect(answer.statusCode, `${url} from ${origin}`).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'foreign-origin', number: 'H106' });
    }
  }
  expect(laid()).toBe(0);
});

it('tells nothing to a site whose name was pointed at this machine (DNS rebinding)', async () => {
  const { server } = await served();
  for (const url of ['/wallet/api/state', '/staff/people']) {
    for (const host of ['evil.example:8080', 'evil.example', '127.0.0.1', 'localhost:8081']) {
      expect((await server.inject({ url, headers: { host } })).statusCode, `${url} at ${host}`).toBe(403);
    }
  }
});
