import type { Pool, QueryResultRow } from 'pg';
import type { ArrivalState } from './staff-api.ts';
import type { Visit } from './visit.ts';

/** Column of each field; JSON columns are written as text. */
const columns: Readonly<Record<keyof Visit, string>> = {
  visitId: 'visit_id',
  terminalId: 'terminal_id',
  terminalName: 'terminal_name',
  nonce: 'nonce',
  onDate: 'on_date',
  openedAt: 'opened_at',
  updatedAt: 'updated_at',
  state: 'state',
  method: 'method',
  helpReason: 'help_reason',
  decision: 'decision',
  decidedBy: 'decided_by',
  decidedAt: 'decided_at',
  endReasons: 'end_reasons',
  submissionHash: 'submission_hash',
  requestId: 'request_id',
  prescriptionIssue: 'prescription_issue',
  answer: 'answer',
  result: 'result',
  fileCounter: 'file_counter',
  fileName: 'file_name',
  filePublishedAt: 'file_published_at',
  fileProblem: 'file_problem',
  substitutions: 'substitutions',
  seenAt: 'seen_at',
  seenBy: 'seen_by',
};
const json: ReadonlySet<string> = new Set([
  'helpReason',
  'endReasons',
  'answer',
  'result',
  'fileProblem',
  'substitutions',
]);

export type VisitChange = Partial<Omit<Visit, 'visitId' | 'openedAt' | 'updatedAt'>>;

/** The visits in PostgreSQL. Throws what the driver throws; the routes turn that into one answer. */
export interface VisitStore {
  /** Opens a visit and ends those that the terminal has left open; returns those as well. */
  open(
    visit: Pick<Visit, 'visitId' | 'terminalId' | 'terminalName' | 'nonce' | 'onDate'>,
    at: Date,
  ): Promise<{
    opened: Visit;
    left: Visit[];
  }>;
  get(visitId: string): Promise<Visit | undefined>;
  /** Changes a visit if it is in one of the states (and, to be `left`, has no file planned), else returns undefined. */
  change(
    visitId: string,
    states: readonly ArrivalState[],
    change: VisitChange,
    at: Date,
  ): Promise<Visit | undefined>;
  openedBetween(from: Date, to: Date): Promise<Visit[]>;
  /** Visits in one of the states in which nothing happened since. */
  unchangedSince(states: readonly ArrivalState[], since: Date): Promise<Visit[]>;
  /** Visits with an answer whose file is not in the folder yet. */
  withoutFile(): Promise<Visit[]>;
  nextFileCounter(): Promise<bigint>;
  deleteOpenedBefore(date: Date): Promise<number>;
}

/** A visit whose file is about to be published is past leaving: the answer is there, the file follows. */
const notPlanned = 'and file_counter is null';

const open: readonly ArrivalState[] = ['identifying', 'help-wanted', 'looking-up'];

export function createVisitStore(pool: Pool): VisitStore {
  const select = async (where: string, values: unknown[]) =>
    (await pool.query(`select * from reception.visit where ${where}`, values)).rows.map(visitOf);
  return {
    async open(visit, at) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        // One at a time for each terminal, or two requests could both find nothing to end.
        await client.query('select pg_advisory_xact_lock(7201136, hashtext($1))', [visit.terminalId]);
        const left = await client.query(
          `update reception.visit set state = 'left', updated_at = $2
             where terminal_id = $1 and state = any($3) and file_counter is null returning *`,
          [visit.terminalId, at, open],
        );
        const opened = await client.query(
          `insert into reception.visit
             (visit_id, terminal_id, terminal_name, nonce, on_date, opened_at, updated_at, state)
           values ($1, $2, $3, $4, $5, $6, $6, 'identifying') returning *`,
          [visit.visitId, visit.terminalId, visit.terminalName, visit.nonce, visit.onDate, at],
        );
        await client.query('commit');
        return { opened: visitOf(opened.rows[0] ?? {}), left: left.rows.map(visitOf) };
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    async get(visitId) {
      return (await select('visit_id = $1', [visitId]))[0];
    },
    async change(visitId, states, change, at) {
      const fields = Object.entries(change);
      const sets = fields.map(([field], index) => `${columns[field as keyof Visit]} = $${index + 4}`);
      const values = fields.map(([field, value]) =>
        json.has(field) && value !== null ? JSON.stringify(value) : value,
      );
      const { rows } = await pool.query(
        `update reception.visit set ${['updated_at = $3', ...sets].join(', ')}
           where visit_id = $1 and state = any($2) ${change.state === 'left' ? notPlanned : ''} returning *`,
        [visitId, states, at, ...values],
      );
      return rows[0] === undefined ? undefined : visitOf(rows[0]);
    },
    openedBetween: (from, to) =>
      select('opened_at >= $1 and opened_at < $2 order by opened_at desc', [from, to]),
    unchangedSince: (states, since) => select('state = any($1) and updated_at < $2', [states, since]),
    withoutFile: () =>
      select(
        `state in ('looking-up', 'problem') and file_counter is not null and file_published_at is null
         order by opened_at`,
        [],
      ),
    async nextFileCounter() {
      const { rows } = await pool.query<{ counter: string }>(
        `select nextval('reception.file_counter') as counter`,
      );
      return BigInt(rows[0]?.counter ?? '0');
    },
    async deleteOpenedBefore(date) {
      return (await pool.query('delete from reception.visit where opened_at < $1', [date])).rowCount ?? 0;
    },
  };
}

/** A row of our own table is trusted to hold what we wrote. */
function visitOf(row: QueryResultRow): Visit {
  const visit = Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [field, row[column] ?? null]),
  );
  const counter: unknown = row['file_counter'];
  return {
    ...visit,
    fileCounter: typeof counter === 'string' ? BigInt(counter) : null,
  } as unknown as Visit;
}
