import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '@honnin/eligibility';
import { type Attempt, done, type Reason } from '@honnin/outcome';
import type { Logger } from 'pino';
import { databaseNote } from '../commands/eligibility-database.ts';

/** The database of a service. Disposing it stops what was started for it. */
export interface ServiceDatabase extends AsyncDisposable {
  readonly connectionString: string;
  /** Settles when the embedded server ends by itself; never for a server of somebody else. */
  readonly lost: Promise<Reason>;
}

/**
 * The server of `DATABASE_URL`, or the embedded one in the service's folder. Of that one a note is left for the
 * commands that work on the same data while the service runs.
 */
export async function openServiceDatabase(
  folder: string,
  databaseUrl: string | undefined,
  log: Logger,
): Promise<Attempt<ServiceDatabase>> {
  if (databaseUrl !== undefined) {
    return done({
      connectionString: databaseUrl,
      lost: new Promise(() => undefined),
      async [Symbol.asyncDispose]() {},
    });
  }
  const started = await startEmbeddedPostgres({ directory: path.join(folder, 'database'), log });
  if (started.status === 'failed') return started;
  const { connectionString, ended } = started.value;
  const note = databaseNote(folder);
  await writeFile(note, connectionString, { mode: 0o600 });
  return done({
    connectionString,
    lost: new Promise((resolve) => {
      void ended.then((cause) => cause !== null && resolve(cause));
    }),
    async [Symbol.asyncDispose]() {
      await rm(note, { force: true });
      await started.value[Symbol.asyncDispose]();
    },
  });
}
