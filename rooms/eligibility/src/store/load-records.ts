import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { parseCertificate } from '@honnin/pki';
import type pg from 'pg';
import { Compile } from 'typebox/compile';
import { certificateKey } from './certificate-key.ts';
import { CountryRecords, type PersonRecord } from './country-records.ts';
import { tokenHash } from './token-hash.ts';

/** How many of each were loaded. */
export interface LoadedCounts {
  readonly institutions: number;
  readonly people: number;
  readonly certificates: number;
  readonly coverages: number;
}

const check = Compile(CountryRecords);

/**
 * Loads institutions and people in one transaction: everything, or nothing. What is known under the same code
 * or id is replaced as a whole. Fails with `records-malformed`; its detail begins with the place in the
 * document, as a JSON pointer (RFC 6901).
 */
export async function loadRecords(pool: pg.Pool, records: unknown): Promise<Attempt<LoadedCounts>> {
  if (!check.Check(records)) return malformed(firstError(records));
  const rows = rowsOf(records);
  if (rows.status === 'failed') return rows;
  const { institutions, people, certificates, coverages, references } = rows.value;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of [institutions, people, certificates, coverages, references]) {
      for (let start = 0; start < statement.rows.length; start += batchSize) {
        await client.query(statement.sql, [JSON.stringify(statement.rows.slice(start, start + batchSize))]);
      }
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const conflict = describeConflict(error);
    if (conflict !== null) return malformed(conflict);
    throw error;
  } finally {
    client.release();
  }
  return done({
    institutions: institutions.rows.length,
    people: people.rows.length,
    certificates: certificates.rows.length,
    coverages: coverages.rows.length,
  });
}

const batchSize = 5_000;

function malformed(detail: string) {
  return failed(reason('records-malformed', detail));
}

/** The deepest place says most: a union or an object also complains about what its parts complain about. */
function firstError(records: unknown): string {
  const deepest = [...check.Errors(records)].sort(
    (a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length,
  )[0];
  if (deepest === undefined) return '/: does not fit';
  const extra =
    'additionalProperties' in deepest.params ? ` (${String(deepest.params.additionalProperties)})` : '';
  return `${deepest.instancePath || '/'}: ${deepest.message}${extra}`;
}

function rowsOf(records: CountryRecords) {
  const certificates: { key: string; person: string }[] = [];
  const seen = new Map<string, string>();
  for (const [index, { id, certificates: own }] of records.people.entries()) {
    const known = seen.get(`person ${id}`);
    const place = `/people/${index}`;
    if (known !== undefined) return malformed(`${place}/id: the same as ${known}/id`);
    seen.set(`person ${id}`, place);
    for (const [position, { der }] of own.entries()) {
      const at = `${place}/certificates/${position}`;
      const parsed = parseCertificate(Buffer.from(der, 'base64'));
      if (parsed.status === 'failed') return malformed(`${at}/der: ${parsed.reason.code}`);
      const key = certificateKey(parsed.value).toString('hex');
      const other = seen.get(`certificate ${key}`);
      if (other !== undefined) return malformed(`${at}: the same as ${other}`);
      seen.set(`certificate ${key}`, at);
      certificates.push({ key, person: id });
    }
  }
  for (const [index, { code }] of records.institutions.entries()) {
    const known = seen.get(`institution ${code}`);
    if (known !== undefined) return malformed(`/institutions/${index}/code: the same as ${known}/code`);
    seen.set(`institution ${code}`, `/institutions/${index}`);
  }
  return done({
    institutions: {
      sql: `INSERT INTO eligibility.institution (code, name, token_sha256)
        SELECT r.code, r.name, decode(r.token, 'hex')
        FROM jsonb_to_recordset($1) AS r (code text, name text, token text)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, token_sha256 = excluded.token_sha256`,
      rows: records.institutions.map(({ code, name, token }) => ({
        code,
        name,
        token: tokenHash(token).toString('hex'),
      })),
    },
    people: {
      sql: `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS r (id text, details jsonb)),
        no_certificates AS (DELETE FROM eligibility.certificate WHERE person_id IN (SELECT id FROM given)),
        no_coverages AS (DELETE FROM eligibility.coverage WHERE person_id IN (SELECT id FROM given)),
        no_numbers AS (DELETE FROM eligibility.reference_number WHERE person_id IN (SELECT id FROM given))
        INSERT INTO eligibility.person (id, details) SELECT id, details FROM given
        ON CONFLICT (id) DO UPDATE SET details = excluded.details`,
      rows: records.people.map(({ id, person }) => ({ id, details: person })),
    },
    certificates: {
      sql: `INSERT INTO eligibility.certificate (key, person_id)
        SELECT decode(r.key, 'hex'), r.person FROM jsonb_to_recordset($1) AS r (key text, person text)`,
      rows: certificates,
    },
    coverages: {
      sql: `INSERT INTO eligibility.coverage
          (person_id, position, insurer_number, number, qualified_on, lost_on, valid_from, valid_to, details)
        SELECT r.person, r.position, r.details ->> 'insurerNumber', r.details ->> 'number',
          (r.details ->> 'qualifiedOn')::date, (r.details ->> 'lostOn')::date,
          (r.details ->> 'validFrom')::date, (r.details ->> 'validTo')::date, r.details
        FROM jsonb_to_recordset($1) AS r (person text, position integer, details jsonb)`,
      rows: records.people.flatMap(coverageRows),
    },
    references: {
      sql: `INSERT INTO eligibility.reference_number (person_id, institution_code, number)
        SELECT r.person, r.institution, r.number
        FROM jsonb_to_recordset($1) AS r (person text, institution text, number text)`,
      rows: records.people.flatMap(({ id, referenceNumbers = [] }) =>
        referenceNumbers.map(({ institutionCode, number }) => ({
          person: id,
          institution: institutionCode,
          number,
        })),
      ),
    },
  });
}

function coverageRows({ id, coverages }: PersonRecord) {
  return coverages.map((details, position) => ({ person: id, position, details }));
}

/** Conflicts with what is loaded already: SQLSTATE class 23. Their detail names keys, never people's data. */
function describeConflict(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (!error.code.startsWith('23')) return null;
  const constraint = 'constraint' in error ? String(error.constraint) : error.code;
  return `/: conflicts with what is loaded (${constraint})`;
}
