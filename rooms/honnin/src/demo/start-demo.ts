import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  createEligibilityService,
  defaultEligibilityPolicy,
  startEmbeddedPostgres,
} from '@honnin/eligibility';
import { defaultFacePolicy, openFaceWorker, shippedManifest } from '@honnin/face';
import { dayInJapan } from '@honnin/insurance';
import { type Attempt, done, type Failed, failed, reason } from '@honnin/outcome';
import { openCardPrintReader } from '@honnin/printed-card';
import { createReception } from '@honnin/reception';
import { createTerminal, overwriteFreedMemory } from '@honnin/terminal';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import { databaseNote } from '../commands/eligibility-database.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { openTown, type Town } from '../demo-town/open-town.ts';
import { residenceCardIssuerOf } from '../demo-town/residence-card-issuer-of.ts';
import { allFailures } from '../failure-book/all-failures.ts';
import { chooseChildrenPath } from '../services/choose-children-path.ts';
import type { ChosenThreshold } from '../services/choose-threshold.ts';
import { addAboutRoute } from './about-route.ts';
import { demoCountry, ownPersonRecord } from './demo-country.ts';
import { demoRevocation } from './demo-revocation.ts';
import { engineOnDemand } from './engine-on-demand.ts';
import { openEventStream } from './event-stream.ts';
import { freePort } from './free-port.ts';
import { holdDataFolder } from './hold-data-folder.ts';
import { keepToOwnPages } from './keep-to-own-pages.ts';
import { openOwnCards } from './own-cards.ts';
import { ResourceStack } from './resource-stack.ts';
import { serveAuthority } from './serve-authority.ts';
import { serveScreens } from './serve-screens.ts';
import { statedRate } from './stated-rate.ts';
import { openTray, type Tray } from './tray.ts';
import { addWalletRoutes } from './wallet-routes.ts';

/** A whole hospital on one machine. Disposing it stops everything, the database last. */
export interface Demo extends AsyncDisposable {
  /** Of the start page; the screens are below it. */
  readonly url: string;
  readonly eligibilityUrl: string;
  readonly hospitalFolder: string;
  readonly tray: Tray;
  readonly town: Town;
  /** The national service's own server: tests take the line down by closing it. */
  stopEligibility(): Promise<void>;
}

export interface DemoOptions {
  readonly port: number;
  /** Honnin's data folder: models, and `demo/` for everything the demo makes. */
  readonly data: string;
  /** Folder of the face models; `<data>/models` when left out. */
  readonly models?: string;
  readonly configuration: Configuration;
  /** Any PostgreSQL server; the embedded one when left out. */
  readonly databaseUrl?: string;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Hears what is being done, one line a step. */
  readonly progress: (step: string) => void;
}

const host = '127.0.0.1';
const random = (length: number) => new Uint8Array(randomBytes(length));

/**
 * Starts everything: database, eligibility service, reception, terminal with its reader, and the screens.
 * Fails with the code of the part that could not start; what was started before is stopped again.
 */
export async function startDemo(options: DemoOptions): Promise<Attempt<Demo>> {
  const stack = new ResourceStack();
  try {
    const started = await assemble(stack, options);
    if (started.status === 'failed') await stack[Symbol.asyncDispose]();
    return started;
  } catch (error) {
    await stack[Symbol.asyncDispose]();
    throw error;
  }
}

async function assemble(stack: ResourceStack, options: DemoOptions): Promise<Attempt<Demo>> {
  const { configuration, clock, log, progress } = options;
  const folder = path.join(options.data, 'demo');
  const hospitalFolder = path.resolve(
    configuration.hospitalFolder ?? path.join(options.data, 'hospital/face'),
  );
  await mkdir(hospitalFolder, { recursive: true });

  const held = await holdDataFolder(folder);
  if (held.status === 'failed') return held;
  stack.use(held.value);

  progress('starting the database');
  const database = await openDatabases(stack, folder, options);
  if (database.status === 'failed') return database;

  const town = await openTown({
    directory: path.join(folder, 'town'),
    terminalId: configuration.terminal.id,
    now: clock(),
    progress: (made, of) => progress(`founding the demo town: card ${made} of ${of}`),
  });

  overwriteFreedMemory();
  progress('loading the face models');
  const modelsDirectory = options.models ?? path.join(options.data, 'models');
  const faces = await openFaceWorker({
    modelsDirectory,
    heard: (event, processId, detail) => log.warn({ event, processId }, detail),
  });
  if (faces.status === 'failed') return faces;
  stack.use(faces.value);

  progress('starting the eligibility service');
  const { anchors } = town.authority;
  const served = stack.use(await serveAuthority(town.authority, clock));
  const revocation = demoRevocation({ url: served.url, anchors, clock, random, fetch });
  const eligibility = await createEligibilityService({
    connectionString: database.value.eligibility,
    anchors: { terminal: [anchors.terminal], authentication: [anchors.authentication] },
    revocation,
    terminalRevocation: revocation,
    policy: { ...defaultEligibilityPolicy, acceptedRelaxations: [...configuration.demo.relaxations] },
    clock,
    random,
    log,
  });
  if (eligibility.status === 'failed') return eligibility;
  stack.use(eligibility.value);
  const today = dayInJapan(clock());
  const loaded = await eligibility.value.load(demoCountry(town, configuration.institution, today));
  if (loaded.status === 'failed') return loaded;
  const listening = await eligibility.value.listen({ host, port: 0 });
  if (listening.status === 'failed') return listening;

  progress('starting reception, terminal and screens');
  const port = options.port === 0 ? await freePort() : options.port;
  const url = `http://${host}:${port}`;
  // The same machine under both of its names.
  const allowedOrigins = [url, `http://localhost:${port}`];
  const reception = await createReception({
    connectionString: database.value.reception,
    eligibility: { url: listening.value.url, token: town.record.institutionToken },
    institution: configuration.institution,
    terminals: [{ ...configuration.terminal, token: town.record.terminalToken }],
    staff: configuration.staff,
    hospitalFolder,
    encoding: configuration.encoding,
    clock,
    random,
    log,
    allowedOrigins,
    offersPrescriptionChoice: true,
    failureTables: allFailures.map(({ table }) => table),
  });
  if (reception.status === 'failed') return reception;
  stack.use(reception.value);

  const events = stack.use(openEventStream({ pingMs: 15_000 }));
  let announce: () => void = () => undefined;
  const tray = stack.use(
    await openTray({
      town,
      directory: folder,
      reader: configuration.demo.reader,
      onChange: () => announce(),
    }),
  );
  const loggerInstance: FastifyBaseLogger = log;
  const server: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  // Before the terminal, so that it ends after it: an open visit is ended at reception, which this server is.
  stack.use({ [Symbol.asyncDispose]: () => server.close() });
  const usual = usualThreshold(configuration.face.threshold);
  const children = chooseChildrenPath(shippedManifest, configuration.face.children, usual, undefined);
  if (children.status === 'failed') return children;
  // A card made at this desk has no drawn front that could be shown: its number is known.
  const readsByCamera = (laid: string | null) =>
    configuration.demo.matchingNumber === 'camera' && town.people.some(({ id }) => id === laid);
  const terminal = createTerminal({
    id: configuration.terminal.id,
    readers: tray.readers,
    readerName: tray.readerName,
    faces: faces.value,
    facePolicy: {
      ...defaultFacePolicy,
      ...usual,
      relaxations: configuration.demo.relaxations,
    },
    children: children.value,
    reception: { url, token: town.record.terminalToken },
    key: town.terminalKey,
    chain: town.terminalChain,
    anchors: {
      cardFace: [anchors.cardFace],
      authentication: [anchors.authentication],
      residenceCard: (await residenceCardIssuerOf(town, clock())).anchors,
    },
    matchingNumberSource: async () => (readsByCamera(tray.laid) ? null : tray.matchingNumber()),
    openCardPrintReader,
    allowedOrigins,
    clock,
    random,
    log,
    furtherFailures: allFailures.map(({ table }) => table),
  });
  stack.use(terminal);

  const ownCards = openOwnCards({
    town,
    engine: stack.use(engineOnDemand(modelsDirectory)).engine,
    now: clock,
    async register(order, id, certificate) {
      const person = ownPersonRecord(order, id, certificate, dayInJapan(clock()));
      const entered = await eligibility.value.load({ institutions: [], people: [person] });
      if (entered.status === 'failed')
        throw new Error(`the country took no new person: ${entered.reason.code}`);
    },
  });
  keepToOwnPages(server, allowedOrigins);
  await server.register(reception.value.routes);
  await server.register(terminal.routes);
  const wallet = addWalletRoutes(server, { people: town.people, tray, ownCards, events });
  announce = wallet.announce;
  server.get('/kiosk/session.json', async () => ({ token: terminal.token, demo: true }));
  addAboutRoute(server, {
    hospitalFolder,
    reader: tray.kind,
    relaxations: configuration.demo.relaxations,
    eligibilityUrl: listening.value.url,
  });
  await serveScreens(server);
  const bound = await listen(server, port);
  if (bound !== null) return bound;
  return done({
    url,
    eligibilityUrl: listening.value.url,
    hospitalFolder,
    tray,
    town,
    stopEligibility: () => eligibility.value.server.close(),
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  });
}

/** The demo's threshold and what it stands for; the shipped one when none is set. */
function usualThreshold(threshold: number | undefined): ChosenThreshold {
  if (threshold !== undefined) return { threshold, falseMatchRate: statedRate(shippedManifest, threshold) };
  return { threshold: defaultFacePolicy.threshold, falseMatchRate: defaultFacePolicy.falseMatchRate };
}

/** The two rooms share a server, never a database: at a real hospital they are far apart. */
async function openDatabases(
  stack: ResourceStack,
  folder: string,
  options: DemoOptions,
): Promise<Attempt<{ readonly eligibility: string; readonly reception: string }>> {
  if (options.databaseUrl !== undefined) {
    return done({ eligibility: options.databaseUrl, reception: options.databaseUrl });
  }
  const server = await startEmbeddedPostgres({ directory: path.join(folder, 'database'), log: options.log });
  if (server.status === 'failed') return server;
  stack.use(server.value);
  const note = databaseNote(folder);
  await writeFile(note, server.value.connectionString, { mode: 0o600 });
  stack.use({ [Symbol.asyncDispose]: () => rm(note, { force: true }) });
  const reception = await server.value.openDatabase('reception');
  if (reception.status === 'failed') return reception;
  return done({ eligibility: server.value.connectionString, reception: reception.value });
}

async function listen(server: FastifyInstance, port: number): Promise<Failed | null> {
  try {
    await server.listen({ host, port });
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return failed(reason('port-in-use', `port ${port}`));
  }
}
