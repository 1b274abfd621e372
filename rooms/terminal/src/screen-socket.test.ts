import type { AddressInfo } from 'node:net';
import type { FrameGuidance } from '@honnin/face';
import Fastify from 'fastify';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { openScreen } from '../test/screen-client.ts';
import type { Screen, ScreenMessage } from './screen-protocol.ts';
import { createScreenSocket } from './screen-socket.ts';

const origin = 'http://localhost:8080';
const welcome: Screen = { name: 'welcome', reader: 'ready' };
const jpeg = (size = 100) => {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};

async function listen(
  offerFrame: (jpeg: Uint8Array, captured?: number) => Promise<FrameGuidance | null> = async () => null,
) {
  const received: ScreenMessage[] = [];
  const socket = createScreenSocket({
    token: 'of-this-boot',
    allowedOrigins: () => [origin],
    screen: () => welcome,
    receive: (message) => received.push(message),
    offerFrame,
    log: pino({ level: 'silent' }),
  });
  const app = Fastify();
  await app.register(socket.routes);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    socket,
    received,
    url: `ws://127.0.0.1:${port}/terminal/socket?token=`,
    async [Symbol.asyncDispose]() {
      socket.close();
      await app.close();
    },
  };
}

test('cross-site WebSocket hijacking: a page of another origin is refused before the handshake', async () => {
  await using agent = await listen();
  for (const elsewhere of ['https://evil.example', 'http://localhost:8081', 'null', '']) {
    await expect(openScreen(`${agent.url}of-this-boot`, elsewhere)).rejects.toThrow('HTTP 403');
  }
});

test('a page of any site cannot end the agent with a target that is no URL (denial of service)', async () => {
  await using agent = await listen();
  const { port } = new URL(agent.url);
  await expect(openScreen(`ws://127.0.0.1:${port}//`, 'https://evil.example')).rejects.toThrow('HTTP 403');
  using screen = await openScreen(`${agent.url}of-this-boot`, origin);
  expect(await screen.until('welcome')).toEqual(welcome);
});

test('token guessing: a wrong, cut, longer or missing token is refused before the handshake', async () => {
  await using agent = await listen();
  for (const token of ['', 'of-this-boo', 'of-this-boott', 'another']) {
    await expect(openScreen(agent.url + token, origin)).rejects.toThrow('HTTP 401');
  }
});

test('whoever connects gets the present screen at once', async () => {
  await using agent = await listen();
  using screen = await openScreen(`${agent.url}of-this-boot`, origin);
  expect(await screen.until('welcome')).toEqual(welcome);
  agent.socket.show({ name: 'reading-card' });
  await screen.until('reading-card');
});

test('a newer screen replaces the older one, which is told', async () => {
  await using agent = await listen();
  using older = await openScreen(`${agent.url}of-this-boot`, origin);
  using newer = await openScreen(`${agent.url}of-this-boot`, origin);
  expect(await older.closed).toEqual({ code: 4001, reason: 'screen-replaced' });
  agent.socket.show({ name: 'checking' });
  await newer.until('checking');
});

test('garbage closes the connection with its reason, and nothing of it goes on', async () => {
  await using agent = await listen();
  const garbage = [
    'no json',
    '{}',
    '{"type":"choose","method":"bribe"}',
    '{"type":"pin","digits":"12345"}',
    '{"type":"retry","more":1}',
    '{"type":"frame","captured":-1}',
    `{"type":"camera","state":"ready","identity":{"label":"${'a'.repeat(201)}","width":1,"height":1,"frameRate":null}}`,
    `{"type":"pin","digits":"1234","x":"${'a'.repeat(5000)}"}`,
    new TextEncoder().encode('GIF89a not a JPEG'),
  ];
  for (const data of garbage) {
    using screen = await openScreen(`${agent.url}of-this-boot`, origin);
    screen.raw(data);
    expect(await screen.closed).toEqual({ code: 1008, reason: 'screen-message-malformed' });
  }
  expect(agent.received).toEqual([]);
});

test('memory exhaustion: a frame over one megabyte closes the connection', async () => {
  await using agent = await listen();
  using screen = await openScreen(`${agent.url}of-this-boot`, origin);
  screen.raw(jpeg(1024 * 1024 + 1));
  expect((await screen.closed).code).toBe(1009);
});

test('a frame is answered with guidance and frame-seen, and is handed on as it came', async () => {
  const seen: number[] = [];
  const guidance: FrameGuidance = {
    step: 'turn-left',
    advice: 'come-closer',
    progress: 0.5,
    box: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 },
    yaw: 0.1,
  };
  await using agent = await listen(async (frame) => {
    seen.push(frame.length);
    return guidance;
  });
  using screen = await openScreen(`${agent.url}of-this-boot`, origin);
  expect(await screen.frame(jpeg(321))).toEqual({ type: 'guidance', ...guidance });
  expect(seen).toEqual([321]);
});

test('messages of the protocol reach the visit', async () => {
  await using agent = await listen();
  using screen = await openScreen(`${agent.url}of-this-boot`, origin);
  const messages: ScreenMessage[] = [
    { type: 'choose', method: 'pin' },
    { type: 'pin', digits: '0123', spendLastTry: true },
    { type: 'matching-number', birthDate: '1984-05-12', expiryYear: 2033, securityCode: '0001' },
    { type: 'consents', given: ['YZK'], prescriptionIssue: '2' },
    { type: 'camera', state: 'denied' },
    {
      type: 'camera',
      state: 'ready',
      identity: { label: 'HD Webcam', width: 640, height: 480, frameRate: null },
    },
    { type: 'without-turning' },
    { type: 'more-time' },
  ];
  for (const message of messages) screen.send(message);
  await vi.waitFor(() => expect(agent.received).toEqual(messages));
});

test('the camera’s time goes with the one frame that follows it, and with no other', async () => {
  const times: (number | undefined)[] = [];
  await using agent = await listen(async (_frame, captured) => {
    times.push(captured);
    return null;
  });
  using screen = await openScreen(`${agent.url}of-this-boot`, origin);
  screen.send({ type: 'frame', captured: 1234.5 });
  await screen.frame(jpeg());
  await screen.frame(jpeg());
  expect(times).toEqual([1234.5, undefined]);
  expect(agent.received).toEqual([]);
});
