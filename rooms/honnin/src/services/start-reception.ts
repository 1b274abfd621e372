import { access, constants } from 'node:fs/promises';
import { type Attempt, done } from '@honnin/outcome';
import { createReception } from '@honnin/reception';
import type pg from 'pg';
import { serveScreens } from '../demo/serve-screens.ts';
import { allFailures } from '../failure-book/all-failures.ts';
import { addHealthRoute } from './health-route.ts';
import { listenOn } from './listen-on.ts';
import { openPool } from './open-pool.ts';
import type { PreparedReception } from './prepare-reception.ts';
import { randomBytes } from './random-bytes.ts';
import { requireScreen } from './require-screen.ts';
import type { RunningService, ServiceSurroundings } from './run-service.ts';
import { openServiceDatabase } from './service-database.ts';
import { serviceServer } from './service-server.ts';

/** Starts the hospital's hub with its database and its console. */
export async function startReception(
  prepared: PreparedReception,
  options: { readonly folder: string; readonly databaseUrl: string | undefined },
  { stack, log, clock, progress }: ServiceSurroundings,
): Promise<Attempt<RunningService>> {
  const screen = requireScreen('console');
  if (screen.status === 'failed') return screen;
  progress('starting the database');
  const database = await openServiceDatabase(options.folder, options.databaseUrl, log);
  if (database.status === 'failed') return database;
  stack.use(database.value);
  progress('starting reception');
  const pool = openPool(database.value.connectionString, 10);
  stack.use({ [Symbol.asyncDispose]: () => pool.end() });
  const reception = await createReception({
    ...prepared.settings,
    pool,
    clock,
    random: randomBytes,
    log,
    failureTables: allFailures.map(({ table }) => table),
  });
  if (reception.status === 'failed') return reception;
  stack.use(reception.value);
  const server = serviceServer(log);
  await server.register(reception.value.routes);
  const { hospitalFolder } = prepared.settings;
  addHealthRoute(server, async () => {
    if (!(await answers(pool))) return 'database-unreachable';
    return (await isWritable(hospitalFolder)) ? null : 'hospital-folder-missing';
  });
  server.get('/', async (_request, reply) => reply.redirect('/console/'));
  await serveScreens(server, ['console']);
  const listening = await listenOn(server, prepared.listen);
  if (listening.status === 'failed') return listening;
  stack.use(listening.value);
  return done({
    lines: [
      `Reception answers at ${listening.value.url}`,
      ...prepared.settings.allowedOrigins.map((origin) => `  console           ${origin}/console/`),
      `  hospital's files  ${hospitalFolder}`,
    ],
    lost: database.value.lost,
  });
}

const answers = (pool: pg.Pool): Promise<boolean> =>
  pool.query('SELECT 1').then(
    () => true,
    () => false,
  );

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
