import pg from 'pg';

/**
 * Connections to a database, at most `max`. A connection that the server closes (at its own shutdown, while
 * ours still says goodbye) reports itself even after the pool has ended; that must not end the process in the
 * middle of stopping. A statement on such a connection fails for itself.
 */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
