import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { askHealth } from './ask-health.ts';
import { addHealthRoute } from './health-route.ts';
import { listenOn } from './listen-on.ts';
import { readListeningPoint } from './listening-point.ts';
import { serviceServer } from './service-server.ts';

const log = pino({ level: 'silent' });

async function selfSigned(): Promise<{ readonly folder: string } | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'honnin-tls-'));
  const words =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=hospital.example';
  try {
    execFileSync('openssl', [...words.split(' '), '-keyout', 'key.pem', '-out', 'tls.pem'], {
      cwd: folder,
      stdio: 'ignore',
    });
    return { folder };
  } catch {
    return null;
  }
}

async function open(settings: Parameters<typeof readListeningPoint>[1], folder = '/') {
  const place = { file: path.join(folder, 'honnin.config.json'), pointer: '/services/reception/listen' };
  const point = await readListeningPoint(place, settings);
  if (point.status === 'failed') throw new Error(point.reason.detail);
  const server = serviceServer(log);
  addHealthRoute(server, async () => null);
  server.get('/protocol', async (request) => request.protocol);
  return { listening: await listenOn(server, point.value), tls: point.value.tls };
}

describe('listenOn', () => {
  it('listens with TLS, and says so to the routes, whose cookies are then secure', async (ctx) => {
    const made = await selfSigned();
    if (made === null) return ctx.skip('openssl is not installed');
    const files = { certificate: 'tls.pem', key: 'key.pem' };
    const { listening, tls } = await open({ host: '0.0.0.0', port: 0, tls: files }, made.folder);
    if (listening.status === 'failed' || tls === null) throw new Error('not listening');
    const url = listening.value.url.replace('0.0.0.0', '127.0.0.1');
    expect(await askHealth(url, { pinned: tls.cert })).toEqual({ status: 'done', value: 'ok' });
    expect(await askHealth(url)).toMatchObject({ reason: { code: 'service-not-answering' } });
    const other = await selfSigned();
    if (other === null) throw new Error('openssl is gone');
    const stranger = await readListeningPoint(
      { file: path.join(other.folder, 'c.json'), pointer: '' },
      { host: '127.0.0.1', port: 0, tls: files },
    );
    if (stranger.status === 'failed' || stranger.value.tls === null) throw new Error('no certificate');
    expect(await askHealth(url, { pinned: stranger.value.tls.cert })).toMatchObject({ status: 'failed' });
    await listening.value[Symbol.asyncDispose]();
    expect(await askHealth(url, { pinned: tls.cert })).toMatchObject({
      reason: { detail: `${url}: ECONNREFUSED` },
    });
  });

  it('says which address it could not have', async () => {
    const first = await open({ host: '127.0.0.1', port: 0 });
    if (first.listening.status === 'failed') throw new Error('not listening');
    await using held = first.listening.value;
    const port = Number(new URL(held.url).port);
    expect((await open({ host: '127.0.0.1', port })).listening).toEqual({
      status: 'failed',
      reason: {
        code: 'listen-address-unusable',
        detail: `/honnin.config.json: /services/reception/listen: 127.0.0.1:${port} EADDRINUSE`,
      },
    });
  });
});
