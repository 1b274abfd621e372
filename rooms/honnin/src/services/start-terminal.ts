import path from 'node:path';
import { type CardReaders, openPcscReaders } from '@honnin/card';
import { openFaceWorker } from '@honnin/face';
import { type Attempt, done } from '@honnin/outcome';
import { openCardPrintReader } from '@honnin/printed-card';
import { createTerminal, overwriteFreedMemory } from '@honnin/terminal';
import { serveScreens } from '../demo/serve-screens.ts';
import { allFailures } from '../failure-book/all-failures.ts';
import { addHealthRoute } from './health-route.ts';
import { listenOn } from './listen-on.ts';
import type { PreparedTerminal } from './prepare-terminal.ts';
import { randomBytes } from './random-bytes.ts';
import { requireScreen } from './require-screen.ts';
import type { RunningService, ServiceSurroundings } from './run-service.ts';
import { serviceServer } from './service-server.ts';
import { within } from './setting-place.ts';

const host = '127.0.0.1';

/** Starts the agent beside the patient: reader, face models, and the kiosk page for its own screen. */
export async function startTerminal(
  prepared: PreparedTerminal,
  options: { readonly data: string },
  { stack, log, clock, progress }: ServiceSurroundings,
): Promise<Attempt<RunningService>> {
  const screen = requireScreen('kiosk');
  if (screen.status === 'failed') return screen;
  overwriteFreedMemory();
  progress('loading the face models');
  const faces = await openFaceWorker({
    modelsDirectory: prepared.models ?? path.join(options.data, 'models'),
    manifest: prepared.manifest,
    heard: (event, processId, detail) => log.warn({ event, processId }, detail),
  });
  if (faces.status === 'failed') return faces;
  stack.use(faces.value);
  progress('starting the terminal');
  const readers = await openPcscReaders();
  if (readers.status === 'failed') return readers;
  stack.use(readers.value);
  const { port, readerName, identity, facePolicy } = prepared;
  const url = `http://${host}:${port}`;
  const terminal = createTerminal({
    id: prepared.id,
    readers: readers.value,
    ...(readerName !== null && { readerName }),
    faces: faces.value,
    facePolicy,
    children: prepared.children,
    reception: prepared.reception,
    key: identity.key,
    chain: identity.chain,
    anchors: prepared.anchors,
    ...(prepared.matchingNumber === 'camera' && { openCardPrintReader }),
    // The same machine under both of its names.
    allowedOrigins: [url, `http://localhost:${port}`],
    // Signing without a PIN is an extension of simulated cards: no part of it outside the demo.
    verifierExtension: 'never',
    clock,
    random: randomBytes,
    log,
    furtherFailures: allFailures.map(({ table }) => table),
  });
  stack.use(terminal);
  const server = serviceServer(log);
  await server.register(terminal.routes);
  addHealthRoute(server, () => readerProblem(readers.value, readerName));
  server.get('/kiosk/session.json', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { token: terminal.token, demo: false };
  });
  server.get('/', async (_request, reply) => reply.redirect('/kiosk/'));
  await serveScreens(server, ['kiosk']);
  const listening = await listenOn(server, { place: within(prepared.place, 'port'), host, port, tls: null });
  if (listening.status === 'failed') return listening;
  stack.use(listening.value);
  return done({
    lines: [
      `The terminal ${prepared.id} runs. On this machine's screen: ${url}/kiosk/`,
      `  face threshold    ${facePolicy.threshold} (false match rate ${facePolicy.falseMatchRate})`,
      `  children          under ${prepared.children.underAge}: ${prepared.children.path.kind}`,
      `  certificate until ${identity.validUntil.toISOString()}`,
    ],
    lost: new Promise(() => undefined),
  });
}

/** Why no card can be read at this moment, or null. */
async function readerProblem(readers: CardReaders, readerName: string | null): Promise<string | null> {
  const list = await readers.list();
  if (list.status === 'failed') return list.reason.code;
  const found = list.value.some((reader) => readerName === null || reader.readerName === readerName);
  return found ? null : 'reader-missing';
}
