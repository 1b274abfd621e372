import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '@honnin/eligibility';
import { type Attempt, done } from '@honnin/outcome';
import { pino } from 'pino';

/** A database to work on; disposing it stops what was started for it. */
export interface EligibilityDatabase extends AsyncDisposable {
  readonly connectionString: string;
}

/** Where a running demo notes how its eligibility database is reached; only its owner may read it. */
export const databaseNote = (demoFolder: string) => path.join(demoFolder, 'eligibility-database');

const borrowed = (connectionString: string): EligibilityDatabase => ({
  connectionString,
  async [Symbol.asyncDispose]() {},
});

/**
 * The server of `DATABASE_URL`; else the one that a running demo keeps; else the embedded one, started for as
 * long as it is needed.
 */
export async function openEligibilityDatabase(
  demoFolder: string,
  databaseUrl: string | undefined,
): Promise<Attempt<EligibilityDatabase>> {
  if (databaseUrl !== undefined) return done(borrowed(databaseUrl));
  const log = pino({ level: 'error' }, pino.destination(2));
  const started = await startEmbeddedPostgres({ directory: path.join(demoFolder, 'database'), log });
  if (started.status === 'done' || started.reason.code !== 'database-in-use') return started;
  try {
    return done(borrowed(await readFile(databaseNote(demoFolder), 'utf8')));
  } catch {
    return started;
  }
}
