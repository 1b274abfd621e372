import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type pg from 'pg';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Any number that no other program of the same database uses for an advisory lock. */
const lockNumber = 4_842_766_010;

/**
 * Brings the schema `eligibility` up to date, all in one transaction; several services may start at once.
 * Fails with `database-schema-unknown` when a newer program has been here, or when a migration that ran is
 * not the one in this program.
 */
export async function migrate(
  pool: pg.Pool,
  folder = fileURLToPath(new URL('./migrations', import.meta.url)),
): Promise<Attempt<{ readonly applied: number }>> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
    await client.query('CREATE SCHEMA IF NOT EXISTS eligibility');
    await client.query(`CREATE TABLE IF NOT EXISTS eligibility.migration (
      version integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now())`);
    const ran = await client.query<{ version: number; name: string; sha256: string }>(
      'SELECT version, name, sha256 FROM eligibility.migration ORDER BY version',
    );
    const stranger = ran.rows.find(
      (row) => !migrations.some((one) => one.version === row.version && one.sha256 === row.sha256),
    );
    if (stranger !== undefined) {
      await client.query('ROLLBACK');
      return failed(reason('database-schema-unknown', `migration ${stranger.name}`));
    }
    const pending = migrations.filter((one) => !ran.rows.some((row) => row.version === one.version));
    for (const { version, name, sql, sha256 } of pending) {
      await client.query(sql);
      await client.query('INSERT INTO eligibility.migration (version, name, sha256) VALUES ($1, $2, $3)', [
        version,
        name,
        sha256,
      ]);
    }
    await client.query('COMMIT');
    return done({ applied: pending.length });
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^[0-9]{3}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      return { version: Number(name.slice(0, 3)), name, sql, sha256 };
    }),
  );
}
