import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { wholeFrames } from './whole-frames.ts';

/** A wire that the test writes on, and the buffers that lay on it. */
function wire() {
  const pieces: Buffer[] = [];
  const socket = new Duplex({ read: () => undefined, write: (_bytes, _encoding, done) => done() });
  return {
    socket,
    pieces,
    carry(bytes: Uint8Array) {
      const piece = Buffer.from(bytes);
      pieces.push(piece);
      socket.emit('data', piece);
    },
  };
}

interface Frame {
  readonly first: number;
  readonly masked: boolean;
  readonly payload: Uint8Array;
}

function bytesOf({ first, masked, payload }: Frame): Uint8Array {
  const { length } = payload;
  const size = length < 126 ? [length] : length < 65_536 ? [126, length >> 8, length & 255] : null;
  const long = size ?? [127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255];
  const [second = 0, ...rest] = long;
  return Uint8Array.from([
    first,
    second | (masked ? 0x80 : 0),
    ...rest,
    ...(masked ? [1, 2, 3, 4] : []),
    ...payload,
  ]);
}

const frames = fc.array(
  fc.record({
    first: fc.constantFrom(0x82, 0x81, 0x02, 0x80, 0x89),
    masked: fc.boolean(),
    payload: fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(125, 126, 127, 65_535, 65_536).map((length) => new Uint8Array(length).fill(7)),
    ),
  }),
  { maxLength: 6 },
);

test('frames come out whole, each in a buffer of its own, however the wire cuts them; the wire is overwritten', async () => {
  await fc.assert(
    fc.asyncProperty(frames, fc.infiniteStream(fc.integer({ min: 1, max: 30_000 })), async (sent, cuts) => {
      const { socket, pieces, carry } = wire();
      const received: Buffer[] = [];
      const { stream } = wholeFrames(socket, Buffer.alloc(0), 100_000);
      stream.on('data', (bytes: Buffer) => received.push(bytes));
      const all = Buffer.concat(sent.map(bytesOf));
      for (let at = 0; at < all.length; ) {
        const next = at + (cuts.next().value ?? 1);
        carry(all.subarray(at, next));
        at = next;
      }
      await new Promise((resolve) => setImmediate(resolve));
      expect(received.map(({ length }) => length)).toEqual(sent.map((frame) => bytesOf(frame).length));
      expect(Buffer.concat(received).equals(all)).toBe(true);
      expect(pieces.every((piece) => piece.every((byte) => byte === 0))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/** A ws server behind whole frames; every buffer that lay on the wire or was handed to ws. */
async function server(limit: number) {
  const held: Buffer[] = [];
  const messages: Buffer[] = [];
  const ws = new WebSocketServer({ noServer: true, maxPayload: limit, perMessageDeflate: false });
  const http = createServer();
  http.on('upgrade', (request, socket: Socket, head) => {
    socket.on('data', (piece: Buffer) => held.push(piece));
    const whole = wholeFrames(socket, head, limit);
    ws.handleUpgrade(request, whole.stream, Buffer.alloc(0), (client) => {
      whole.heed();
      whole.stream.on('data', (bytes: Buffer) => held.push(bytes));
      client.on('message', (data: Buffer) => {
        messages.push(Buffer.from(data));
        data.fill(0);
      });
      client.on('error', () => undefined);
    });
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`, { generateMask: (key) => key.fill(0) });
  await new Promise((resolve) => client.once('open', resolve));
  return {
    client,
    held,
    messages,
    async [Symbol.asyncDispose]() {
      client.terminate();
      for (const one of ws.clients) one.terminate();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

const settled = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
};

test('memory of a picture: once the message is wiped, nothing of it is left in any buffer, in one frame or in many', async () => {
  await using agent = await server(1024 * 1024);
  const { client, held, messages } = agent;
  const picture = Buffer.alloc(300_000, 'a picture of a face ');
  client.send(picture);
  for (let at = 0; at < picture.length; at += 50_000) {
    client.send(picture.subarray(at, at + 50_000), { binary: true, fin: at + 50_000 >= picture.length });
    client.ping('between');
  }
  await settled(() => messages.length === 2);
  expect(messages.every((one) => one.equals(picture))).toBe(true);
  expect(held.length).toBeGreaterThan(8);
  expect(held.filter((piece) => piece.includes('picture of a face'))).toEqual([]);
});

test('a frame over the limit is refused by its header, before it has come', async () => {
  await using agent = await server(1_000);
  const closed = new Promise<number>((resolve) => agent.client.once('close', resolve));
  agent.client.send(Buffer.alloc(200_000));
  expect(await closed).toBe(1009);
  expect(agent.messages).toEqual([]);
});

test('the wire’s end ends the stream', async () => {
  const { socket } = wire();
  const { stream } = wholeFrames(socket, Buffer.alloc(0), 10);
  const ended = new Promise((resolve) => stream.once('end', resolve));
  stream.resume();
  socket.emit('end');
  await ended;
});
