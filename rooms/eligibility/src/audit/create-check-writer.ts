import type pg from 'pg';
import { describeError } from '../describe-error.ts';
import type { Log } from '../log.ts';
import type { Clock, Random } from '../ports.ts';
import { isDatabaseUnavailable } from '../store/database-unavailable.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { type ChainAlgorithm, chainLink, chainStart } from './audit-chain.ts';
import type { CheckEntry } from './check-entry.ts';

/** `nonce-used` and `request-known`: nothing was written, because another answer stands in the way. */
type Written = 'written' | 'nonce-used' | 'request-known' | 'unavailable';

export interface CheckWriter {
  /** Stores an answer and its audit row in one commit. Rejects only on a bug. */
  write(entry: CheckEntry): Promise<Written>;
}

interface Waiting {
  readonly entry: CheckEntry;
  readonly settle: (written: Written) => void;
  readonly fail: (error: unknown) => void;
}

interface Head {
  readonly sequence: bigint;
  readonly hash: Buffer;
}

/**
 * Registers this process as a writer of the audit log, and returns the only way to store answers. A writer has
 * a hash chain of its own, so that writers do not wait for each other; entries that arrive while a commit is
 * under way go together in the next one.
 */
export async function createCheckWriter(options: {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly key: Uint8Array | null;
  readonly largestBatch?: number;
}): Promise<CheckWriter> {
  const { pool, clock, random, log, key, largestBatch = 32 } = options;
  const writer = await register(pool, uuidV7(clock(), random), clock(), key);
  const queue: Waiting[] = [];
  let head: Head | null = writer.head;
  let busy = false;

  async function commit(batch: readonly Waiting[]): Promise<Written> {
    head ??= await readHead(pool, writer.id);
    const next = await insert(pool, writer.id, head, batch, key).catch((error: unknown) => {
      const conflict = conflictOf(error);
      if (conflict !== null) return conflict;
      // The commit may have happened all the same: only the table knows where the chain ends now.
      head = null;
      if (!isDatabaseUnavailable(error)) throw error;
      log.error({ error: describeError(error) }, 'answers could not be stored');
      return 'unavailable' as const;
    });
    if (typeof next === 'string') return next;
    head = next;
    return 'written';
  }

  async function store(batch: readonly Waiting[]): Promise<void> {
    const written = await commit(batch);
    const [first, ...others] = batch;
    if (first === undefined) return;
    if (others.length > 0 && (written === 'nonce-used' || written === 'request-known')) {
      for (const one of batch) await storeSafely([one]);
      return;
    }
    for (const one of batch) one.settle(written);
  }

  async function storeSafely(batch: readonly Waiting[]): Promise<void> {
    try {
      await store(batch);
    } catch (error) {
      if (isDatabaseUnavailable(error)) for (const one of batch) one.settle('unavailable');
      else for (const one of batch) one.fail(error);
    }
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    while (queue.length > 0) await storeSafely(queue.splice(0, largestBatch));
    busy = false;
  }

  return {
    write: (entry) =>
      new Promise((settle, fail) => {
        queue.push({ entry, settle, fail });
        void work();
      }),
  };
}

async function register(pool: pg.Pool, id: string, startedAt: Date, key: Uint8Array | null) {
  const algorithm: ChainAlgorithm = key === null ? 'sha256' : 'hmac-sha256';
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Numbers without gaps: a writer that is missing from the table shows.
    await client.query('LOCK TABLE eligibility.audit_writer IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await client.query<{ number: number }>(
      'SELECT coalesce(max(number), 0) + 1 AS number FROM eligibility.audit_writer',
    );
    const number = rows[0]?.number ?? 1;
    const hash = chainStart({ writerId: id, number, startedAt }, key);
    await client.query(
      `INSERT INTO eligibility.audit_writer (id, number, started_at, algorithm, last_sequence, last_hash)
        VALUES ($1, $2, $3, $4, 0, $5)`,
      [id, number, startedAt, algorithm, hash],
    );
    await client.query('COMMIT');
    return { id, head: { sequence: 0n, hash } };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function readHead(pool: pg.Pool, writerId: string): Promise<Head> {
  const { rows } = await pool.query<{ last_sequence: string; last_hash: Buffer }>(
    'SELECT last_sequence, last_hash FROM eligibility.audit_writer WHERE id = $1',
    [writerId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('this writer is missing from the audit log');
  return { sequence: BigInt(row.last_sequence), hash: row.last_hash };
}

async function insert(
  pool: pg.Pool,
  writerId: string,
  head: Head,
  batch: readonly Waiting[],
  key: Uint8Array | null,
): Promise<Head> {
  const entries = batch.map(({ entry }) => entry);
  const links: Head[] = [];
  for (const { audit } of entries) {
    const before = links.at(-1) ?? head;
    const sequence = before.sequence + 1n;
    links.push({ sequence, hash: chainLink(before.hash, sequence, audit, key) });
  }
  const last = links.at(-1) ?? head;
  const result = await pool.query({
    name: 'eligibility-store-checks',
    text: `WITH given AS (
        SELECT * FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::bytea[], $8::text[], $9::timestamptz[],
          $10::text[], $11::text[], $12::bigint[], $13::text[], $14::bytea[])
        AS g (id, institution_code, request_id, request_sha256, nonce, processed_at, status, answer,
          sequence, content, hash)),
      checks AS (
        INSERT INTO eligibility.check_record
          (id, institution_code, request_id, request_sha256, nonce, processed_at, status, answer)
        SELECT id, institution_code, request_id, request_sha256, nonce, processed_at, status, answer
        FROM given),
      audit AS (
        INSERT INTO eligibility.audit_row (writer_id, sequence, check_id, content, hash)
        SELECT $1, sequence, id, content, hash FROM given)
      UPDATE eligibility.audit_writer SET last_sequence = $2, last_hash = $3 WHERE id = $1`,
    values: [
      writerId,
      last.sequence.toString(),
      last.hash,
      entries.map(({ checkId }) => checkId),
      entries.map(({ institutionCode }) => institutionCode),
      entries.map(({ requestId }) => requestId),
      entries.map(({ requestHash }) => Buffer.from(requestHash)),
      entries.map(({ nonce }) => nonce),
      entries.map(({ processedAt }) => processedAt.toISOString()),
      entries.map(({ status }) => status),
      entries.map(({ answer }) => answer),
      links.map(({ sequence }) => sequence.toString()),
      entries.map(({ audit }) => audit),
      links.map(({ hash }) => hash),
    ],
  });
  if (result.rowCount !== 1) throw new Error('this writer is missing from the audit log');
  return last;
}

/** SQLSTATE 23505, by the name of the index that two answers met in. */
function conflictOf(error: unknown): 'nonce-used' | 'request-known' | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return null;
  const constraint = 'constraint' in error ? error.constraint : '';
  if (constraint === 'check_nonce') return 'nonce-used';
  return constraint === 'check_request' ? 'request-known' : null;
}
