import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { writeHeapSnapshot } from 'node:v8';
import { type MatchingNumberParts, matchingNumberB, openPcscReaders } from '@honnin/card';
import { defaultFacePolicy, openFaceWorker } from '@honnin/face';
import { parseCertificate } from '@honnin/pki';
import Fastify from 'fastify';
import { pino } from 'pino';
import { createTerminal } from '../src/create-terminal.ts';
import { overwriteFreedMemory } from '../src/overwrite-freed-memory.ts';

/** What `terminal-on-its-own.ts` is told on its first line. */
export interface TerminalOrder {
  readonly modelsDirectory: string;
  readonly socketName: string;
  readonly readerName: string;
  readonly origin: string;
  readonly reception: { readonly url: string; readonly token: string };
  readonly key: string;
  readonly chain: readonly string[];
  readonly cardFaceAnchor: { readonly keyId: string; readonly publicKey: string };
  readonly authenticationAnchor: string;
  readonly printed: MatchingNumberParts;
}

// A terminal in a process of its own, as it runs beside a patient, so that a test can read all of its memory.
// Orders come a line each, and each is answered with a line.
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const answer = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
const must = <T>(
  attempt: { status: 'done'; value: T } | { status: 'failed'; reason: { code: string } },
): T => {
  if (attempt.status === 'failed') throw new Error(attempt.reason.code);
  return attempt.value;
};
const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

overwriteFreedMemory();
const first = await lines.next();
const order: TerminalOrder = JSON.parse(String(first.value));
const faces = must(
  await openFaceWorker({
    modelsDirectory: order.modelsDirectory,
    limits: { frameMs: 120_000, startMs: 120_000 },
  }),
);
const readers = must(await openPcscReaders({ socketName: order.socketName }));
const terminal = createTerminal({
  id: 'kiosk-1',
  readers,
  readerName: order.readerName,
  faces,
  facePolicy: {
    ...defaultFacePolicy,
    relaxations: ['rendered-people-passive-liveness', 'stand-in-camera'],
    timeLimitMs: 600_000,
    turn: { ...defaultFacePolicy.turn, timeLimitMs: 300_000 },
  },
  reception: order.reception,
  key: createPrivateKey(order.key),
  chain: order.chain.map(bytes),
  anchors: {
    cardFace: [
      { keyId: order.cardFaceAnchor.keyId, publicKey: createPublicKey(order.cardFaceAnchor.publicKey) },
    ],
    authentication: [must(parseCertificate(bytes(order.authenticationAnchor)))],
  },
  matchingNumberSource: async () => matchingNumberB(order.printed),
  allowedOrigins: [order.origin],
  clock: () => new Date(),
  random: (length) => Uint8Array.from(randomBytes(length)),
  log: pino({ level: 'silent' }),
});
const app = Fastify();
await app.register(terminal.routes);
await app.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.address() as AddressInfo;
answer({ url: `ws://127.0.0.1:${port}/terminal/socket?token=${terminal.token}` });

for await (const line of lines) {
  const [command, file] = line.split(' ');
  if (command === 'workers') answer(faces.processIds);
  else if (command === 'snapshot') answer(writeHeapSnapshot(file));
  else break;
}
await terminal[Symbol.asyncDispose]();
await app.close();
await readers[Symbol.asyncDispose]();
await faces[Symbol.asyncDispose]();
