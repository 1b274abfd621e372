import { migrate } from '@honnin/eligibility';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type pg from 'pg';
import { openPool } from '../services/open-pool.ts';
import { openEligibilityDatabase } from './eligibility-database.ts';

/** The service's tables, of this version. Disposing it closes the connection and stops what was started. */
export interface EligibilityStore extends AsyncDisposable {
  readonly pool: pg.Pool;
}

/**
 * Opens the tables of the service whose data lie in `folder`, also while it runs; those of `DATABASE_URL` when
 * it is set. Fails with `database-unavailable` and the other codes of the database.
 */
export async function openEligibilityStore(
  folder: string,
  databaseUrl: string | undefined,
): Promise<Attempt<EligibilityStore>> {
  const database = await openEligibilityDatabase(folder, databaseUrl);
  if (database.status === 'failed') return database;
  const pool = openPool(database.value.connectionString, 1);
  const close = async () => {
    await pool.end();
    await database.value[Symbol.asyncDispose]();
  };
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await close();
    return failed(
      reason('database-unavailable', (error as NodeJS.ErrnoException).code ?? (error as Error).message),
    );
  }
  const migrated = await migrate(pool);
  if (migrated.status === 'failed') {
    await close();
    return migrated;
  }
  return done({ pool, [Symbol.asyncDispose]: close });
}
