import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { RevocationSource } from '@honnin/pki';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import { createCheckWriter } from './audit/create-check-writer.ts';
import { createChecker, type EligibilityAnchors } from './check/create-checker.ts';
import type { EligibilityPolicy } from './check/eligibility-policy.ts';
import { describeError } from './describe-error.ts';
import { createMetrics } from './http/create-metrics.ts';
import { addEligibilityRoutes } from './http/eligibility-routes.ts';
import { logRedaction } from './http/log-redaction.ts';
import type { Clock, Random } from './ports.ts';
import { isDatabaseUnavailable } from './store/database-unavailable.ts';
import { createInstitutionDirectory } from './store/institution-directory.ts';
import { type LoadedCounts, loadRecords } from './store/load-records.ts';
import { migrate } from './store/migrate.ts';

/** Where the store is: a connection string, or a pool that stays the caller's. */
type Store = { readonly connectionString: string } | { readonly pool: pg.Pool };

export type EligibilityOptions = Store & {
  readonly anchors: EligibilityAnchors;
  /** Status of cards' certificates; asked at every check. */
  readonly revocation: RevocationSource;
  /** Status of terminals' certificates. */
  readonly terminalRevocation?: RevocationSource;
  readonly policy: EligibilityPolicy;
  readonly clock: Clock;
  readonly random: Random;
  /** Left out: warnings and errors as JSON on standard output, redacted. */
  readonly log?: Logger;
  /** Seals the audit log (32 bytes or more, kept away from the database). */
  readonly auditKey?: Uint8Array;
  /** Per institution; default 6000. */
  readonly requestsPerMinute?: number;
};

/** The national eligibility service. Disposing it closes its port and its own connections. */
export interface EligibilityService extends AsyncDisposable {
  /** The HTTP server, for tests (`inject`) and for those who put it behind another one. */
  readonly server: FastifyInstance;
  readonly pool: pg.Pool;
  listen(address: {
    readonly host: string;
    readonly port: number;
  }): Promise<Attempt<{ readonly url: string }>>;
  /** Loads `CountryRecords`; all or nothing. */
  load(records: unknown): Promise<Attempt<LoadedCounts>>;
}

/**
 * Brings the schema up to date and makes the service. Fails with `database-unavailable` or
 * `database-schema-unknown`.
 */
export async function createEligibilityService(
  options: EligibilityOptions,
): Promise<Attempt<EligibilityService>> {
  const { policy, anchors, revocation, clock, random, auditKey = null } = options;
  const log: FastifyBaseLogger = options.log ?? pino({ level: 'warn', redact: logRedaction });
  const pool = 'pool' in options ? options.pool : openPool(options.connectionString);
  let closing = false;
  const closePool = async () => {
    closing = true;
    if (!('pool' in options)) await pool.end();
  };
  const onLost = (error: Error) =>
    !closing && log.warn({ error: describeError(error) }, 'a database connection was lost');
  pool.on('error', onLost);
  // A connection that is cut while it works fails its statement, and then reports itself once more.
  pool.on('connect', (client) => client.on('error', onLost));
  try {
    const migrated = await migrate(pool);
    if (migrated.status === 'failed') {
      await closePool();
      return migrated;
    }
    const institutions = createInstitutionDirectory(pool);
    const writer = await createCheckWriter({ pool, clock, random, log, key: auditKey });
    const checker = createChecker({
      pool,
      writer,
      anchors,
      revocation,
      ...(options.terminalRevocation !== undefined && { terminalRevocation: options.terminalRevocation }),
      policy,
      clock,
      random,
    });
    const server: FastifyInstance = fastify({
      loggerInstance: log,
      logController: new LogController({ disableRequestLogging: true }),
      forceCloseConnections: true,
    });
    await addEligibilityRoutes(server, {
      checker,
      institutions,
      metrics: createMetrics(),
      databaseAnswers: () => answers(pool),
      requestsPerMinute: options.requestsPerMinute ?? 6_000,
    });
    await server.ready();
    return done({
      server,
      pool,
      async listen({ host, port }) {
        try {
          return done({ url: await server.listen({ host, port }) });
        } catch (error) {
          return failed(reason('address-in-use', error instanceof Error ? error.message : String(error)));
        }
      },
      async load(records) {
        const loaded = await loadRecords(pool, records);
        institutions.forget();
        return loaded;
      },
      async [Symbol.asyncDispose]() {
        await server.close();
        await closePool();
      },
    });
  } catch (error) {
    await closePool().catch(() => undefined);
    if (!isDatabaseUnavailable(error)) throw error;
    return failed(reason('database-unavailable', error instanceof Error ? error.message : String(error)));
  }
}

function openPool(connectionString: string): pg.Pool {
  return new pg.Pool({
    connectionString,
    max: 8,
    connectionTimeoutMillis: 5_000,
    application_name: 'honnin-eligibility',
    options: '-c statement_timeout=10000 -c idle_in_transaction_session_timeout=60000',
  });
}

async function answers(pool: pg.Pool): Promise<boolean> {
  return pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
}
