import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Pool, PoolClient } from 'pg';
import { migrations } from './migrations.ts';

/** Any number will do, as long as every reception takes the same one. */
const lockNumber = 7_201_135;

/**
 * Brings the schema `reception` to this version, in one transaction and one process at a time. Fails with
 * `database-unreachable`, or `database-newer` when a newer Honnin has already been here.
 */
export async function migrate(pool: Pool): Promise<Attempt<{ version: number }>> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    return failed(reason('database-unreachable', error instanceof Error ? error.message : undefined));
  }
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lockNumber]);
    await client.query('create schema if not exists reception');
    await client.query('create table if not exists reception.migration (version integer primary key)');
    const { rows } = await client.query<{ version: number }>(
      'select coalesce(max(version), 0) as version from reception.migration',
    );
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length) {
      await client.query('rollback');
      return failed(reason('database-newer', `version ${version}`));
    }
    for (const [index, statements] of migrations.entries()) {
      if (index < version) continue;
      await client.query(statements);
      await client.query('insert into reception.migration (version) values ($1)', [index + 1]);
    }
    await client.query('commit');
    return done({ version: migrations.length });
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    return failed(reason('database-unreachable', error instanceof Error ? error.message : undefined));
  } finally {
    client.release();
  }
}
