import { removeUnfinished } from '@honnin/exchange';
import { type Attempt, done } from '@honnin/outcome';
import type { FastifyPluginAsync } from 'fastify';
import pg from 'pg';
import { createArrivalFeed } from './arrival-feed.ts';
import { createErrorHandler } from './handle-errors.ts';
import { migrate } from './migrate.ts';
import { defaultTimes, type ReceptionOptions } from './reception-options.ts';
import { createSessionStore } from './session-store.ts';
import { staffRoutes } from './staff-routes.ts';
import { terminalRoutes } from './terminal-routes.ts';
import { createVisitDesk } from './visit-desk.ts';
import { createVisitStore } from './visit-store.ts';

/** The hospital's hub. Disposing it ends streams, long polls and timers, and waits for lookups under way. */
export interface Reception extends AsyncDisposable {
  /** Fastify plugin with the visit-api (`/v1/visits…`) and the staff API (`/staff/…`). */
  readonly routes: FastifyPluginAsync;
  /** Closes hanging visits and tries unwritten files again; runs by itself every `times.sweepMs`. */
  sweep(): Promise<void>;
}

/**
 * Starts reception on PostgreSQL (its own schema `reception`, migrated here). Visits of before a restart stay;
 * files that were not written yet are written now. Fails with `database-unreachable` or `database-newer`.
 */
export async function createReception(options: ReceptionOptions): Promise<Attempt<Reception>> {
  const { log } = options;
  const times = { ...defaultTimes, ...options.times };
  const ownPool = 'connectionString' in options;
  const pool = ownPool ? new pg.Pool({ connectionString: options.connectionString, max: 10 }) : options.pool;
  // An idle connection that the server closes must not end the process.
  const onPoolError = (error: Error) => log.warn({ error: error.message }, 'a database connection was lost');
  pool.on('error', onPoolError);
  // A statement on a lost connection fails for itself; the connection's own report must not end the process.
  if (ownPool) pool.on('connect', (client) => client.on('error', onPoolError));
  const release = async () => {
    if (ownPool) await pool.end();
    // A connection of our own pool may still report the server's shutdown while it says goodbye.
    else pool.off('error', onPoolError);
  };

  const migrated = await migrate(pool);
  if (migrated.status === 'failed') {
    await release();
    return migrated;
  }
  const closing = new AbortController();
  const feed = createArrivalFeed();
  const sessions = createSessionStore(pool, options.random);
  const desk = createVisitDesk({ store: createVisitStore(pool), feed, times, settings: options });

  let sweeping: Promise<void> = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping.then(async () => {
      try {
        await desk.sweep();
        await sessions.deleteExpired(options.clock());
      } catch (error) {
        log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'a sweep failed');
      }
    });
    return sweeping;
  };
  await removeUnfinished(options.hospitalFolder, options.clock());
  await sweep();
  const timer = setInterval(sweep, times.sweepMs);

  const parts = { desk, feed, sessions, times, settings: options, closing: closing.signal };
  return done({
    routes: async (app) => {
      app.setErrorHandler(createErrorHandler(log));
      // Streams and long polls would hold up the server's closing.
      app.addHook('preClose', async () => closing.abort());
      await app.register(terminalRoutes({ ...parts, terminals: options.terminals }));
      await app.register(staffRoutes(parts));
    },
    sweep,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      closing.abort();
      await desk.settle();
      await sweeping;
      await release();
    },
  });
}
