import { startEmbeddedPostgres } from '@honnin/eligibility';
import { type Attempt, done } from '@honnin/outcome';
import { pino } from 'pino';

/** A database to work on; disposing it stops what was started for it. */
export interface EligibilityDatabase extends AsyncDisposable {
  readonly connectionString: string;
}

/** The server of `DATABASE_URL`, or the embedded one on `folder`, started for as long as it is needed. */
export async function openEligibilityDatabase(
  folder: string,
  databaseUrl: string | undefined,
): Promise<Attempt<EligibilityDatabase>> {
  if (databaseUrl !== undefined) {
    return done({ connectionString: databaseUrl, async [Symbol.asyncDispose]() {} });
  }
  return startEmbeddedPostgres({ directory: folder, log: pino({ level: 'warn' }, pino.destination(2)) });
}
