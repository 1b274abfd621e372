import { createHash } from 'node:crypto';
import type pg from 'pg';
import { chainLink, chainStart } from './audit-chain.ts';

/** The end of one writer's chain; whoever keeps it elsewhere can later tell that nothing before it was taken. */
export interface AuditHead {
  readonly writerId: string;
  readonly sequence: string;
  /** Lower-case hexadecimal */
  readonly hash: string;
}

/** One place where the log is not whole. */
export interface AuditFinding {
  readonly kind:
    | 'row-changed'
    | 'row-missing'
    | 'last-rows-missing'
    | 'writer-missing'
    | 'check-changed'
    | 'check-missing'
    | 'check-without-row'
    | 'kept-head-missing'
    | 'key-missing';
  readonly writerId?: string;
  readonly sequence?: string;
  readonly checkId?: string;
}

/** `undetermined` when a chain is sealed with a key that was not given, and nothing else was found. */
export interface AuditReport {
  readonly status: 'verified' | 'rejected' | 'undetermined';
  readonly rows: number;
  readonly heads: readonly AuditHead[];
  /** The first hundred. */
  readonly findings: readonly AuditFinding[];
}

interface WriterRow {
  readonly id: string;
  readonly number: number;
  readonly started_at: Date;
  readonly algorithm: string;
  readonly last_sequence: string;
  readonly last_hash: Buffer;
}

interface LogRow {
  readonly sequence: string;
  readonly check_id: string;
  readonly content: string;
  readonly hash: Buffer;
  readonly answer: string | null;
}

const mostFindings = 100;
const pageSize = 2_000;

/**
 * Reads the whole audit log in one snapshot and says whether it is whole: rows changed, taken out of the middle
 * or off the end, whole writers missing, answers that differ from what the log says of them. What cannot be
 * seen from the tables alone is a log whose last rows, their answers and the writer's end were all set back
 * together; heads kept elsewhere (`keptHeads`) show that too. Without `key`, who can write to the database could
 * also compute a whole chain anew.
 */
export async function verifyAudit(
  pool: pg.Pool,
  options: { readonly key?: Uint8Array; readonly keptHeads?: readonly AuditHead[] } = {},
): Promise<AuditReport> {
  const client = await pool.connect();
  const findings: AuditFinding[] = [];
  const heads: AuditHead[] = [];
  let rows = 0;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const writers = await client.query<WriterRow>('SELECT * FROM eligibility.audit_writer ORDER BY number');
    for (const [index, writer] of writers.rows.entries()) {
      const before = writers.rows[index - 1]?.number ?? 0;
      if (writer.number !== before + 1) findings.push({ kind: 'writer-missing', writerId: writer.id });
      const key = writer.algorithm === 'sha256' ? null : (options.key ?? 'missing');
      if (key === 'missing') findings.push({ kind: 'key-missing', writerId: writer.id });
      else rows += await walkChain(client, writer, key, findings);
      heads.push({
        writerId: writer.id,
        sequence: writer.last_sequence,
        hash: writer.last_hash.toString('hex'),
      });
    }
    findings.push(...(await strays(client)), ...(await missingHeads(client, options.keptHeads ?? [])));
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  const onlyKeys = findings.every(({ kind }) => kind === 'key-missing');
  const status = findings.length === 0 ? 'verified' : onlyKeys ? 'undetermined' : 'rejected';
  return { status, rows, heads, findings: findings.slice(0, mostFindings) };
}

async function walkChain(
  client: pg.PoolClient,
  writer: WriterRow,
  key: Uint8Array | null,
  findings: AuditFinding[],
): Promise<number> {
  const writerId = writer.id;
  let sequence = 0n;
  let hash = chainStart({ writerId, number: writer.number, startedAt: writer.started_at }, key);
  let count = 0;
  for (;;) {
    const page = await client.query<LogRow>(
      `SELECT a.sequence, a.check_id, a.content, a.hash, c.answer FROM eligibility.audit_row a
        LEFT JOIN eligibility.check_record c ON c.id = a.check_id
        WHERE a.writer_id = $1 AND a.sequence > $2 ORDER BY a.sequence LIMIT ${pageSize}`,
      [writerId, sequence.toString()],
    );
    if (page.rows.length === 0) break;
    for (const row of page.rows) {
      const here = { writerId, sequence: row.sequence, checkId: row.check_id };
      const found = BigInt(row.sequence);
      // A link that follows a gap cannot be computed; the gap itself is the finding.
      if (found !== sequence + 1n) findings.push({ kind: 'row-missing', ...here });
      else if (!chainLink(hash, found, row.content, key).equals(row.hash)) {
        findings.push({ kind: 'row-changed', ...here });
      }
      if (row.answer === null) findings.push({ kind: 'check-missing', ...here });
      else if (!speaksOf(row.content, row.check_id, row.answer))
        findings.push({ kind: 'check-changed', ...here });
      sequence = found;
      hash = row.hash;
      count += 1;
    }
  }
  if (sequence !== BigInt(writer.last_sequence) || !hash.equals(writer.last_hash)) {
    findings.push({ kind: 'last-rows-missing', writerId, sequence: writer.last_sequence });
  }
  return count;
}

/** Whether a row's text is about this check and holds the hash of this answer. */
function speaksOf(content: string, checkId: string, answer: string): boolean {
  let said: unknown;
  try {
    said = JSON.parse(content);
  } catch {
    return false;
  }
  if (typeof said !== 'object' || said === null || !('checkId' in said) || !('answerSha256' in said))
    return false;
  const hash = createHash('sha256').update(answer, 'utf8').digest('hex');
  return said.checkId === checkId && said.answerSha256 === hash;
}

/** Rows and answers that no chain leads to. */
async function strays(client: pg.PoolClient): Promise<AuditFinding[]> {
  const orphans = await client.query<{ writer_id: string }>(
    `SELECT DISTINCT writer_id FROM eligibility.audit_row a
      WHERE NOT EXISTS (SELECT 1 FROM eligibility.audit_writer w WHERE w.id = a.writer_id) LIMIT ${mostFindings}`,
  );
  const unlogged = await client.query<{ id: string }>(
    `SELECT id FROM eligibility.check_record c
      WHERE NOT EXISTS (SELECT 1 FROM eligibility.audit_row a WHERE a.check_id = c.id) LIMIT ${mostFindings}`,
  );
  return [
    ...orphans.rows.map(({ writer_id }) => ({ kind: 'writer-missing' as const, writerId: writer_id })),
    ...unlogged.rows.map(({ id }) => ({ kind: 'check-without-row' as const, checkId: id })),
  ];
}

async function missingHeads(client: pg.PoolClient, kept: readonly AuditHead[]): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  for (const { writerId, sequence, hash } of kept) {
    // A writer that had written nothing has no row yet; then the writer itself must still be there.
    const { rowCount } =
      sequence === '0'
        ? await client.query('SELECT 1 FROM eligibility.audit_writer WHERE id = $1', [writerId])
        : await client.query(
            'SELECT 1 FROM eligibility.audit_row WHERE writer_id = $1 AND sequence = $2 AND hash = $3',
            [writerId, sequence, Buffer.from(hash, 'hex')],
          );
    if (rowCount === 0) findings.push({ kind: 'kept-head-missing', writerId, sequence });
  }
  return findings;
}
