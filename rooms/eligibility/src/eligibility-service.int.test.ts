import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EligibilityAnswer, type EligibilityRequest } from '@honnin/insurance';
import { createTestAuthority } from '@honnin/pki';
import pg from 'pg';
import { pino } from 'pino';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../test/silent-log.ts';
import {
  clinic,
  dayMs,
  hospital,
  makeCountry,
  makeRequest,
  makeStatement,
  makeTerminal,
  now,
  type StatementWish,
  type TestCountry,
} from '../test/test-country.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { defaultEligibilityPolicy, type EligibilityPolicy } from './check/eligibility-policy.ts';
import { createEligibilityService, type EligibilityService } from './eligibility-service.ts';
import type { PostgresServer } from './postgres/postgres-server.ts';
import { startEmbeddedPostgres } from './postgres/start-embedded-postgres.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const isAnswer = Compile(EligibilityAnswer);

let folder = '';
let postgres: PostgresServer;
let country: TestCountry;
let pool: pg.Pool;
let service: EligibilityService;

async function makeService(
  changes: {
    readonly policy?: Partial<EligibilityPolicy>;
    readonly auditKey?: Uint8Array;
    readonly clock?: () => Date;
    readonly revocation?: TestCountry['revocation'];
    readonly requestsPerMinute?: number;
  } = {},
): Promise<EligibilityService> {
  const { policy, clock = () => now, revocation = country.revocation, ...rest } = changes;
  const made = await createEligibilityService({
    pool,
    anchors: {
      terminal: [country.authority.anchors.terminal],
      authentication: [country.authority.anchors.authentication],
    },
    revocation,
    policy: { ...defaultEligibilityPolicy, ...policy },
    clock,
    random,
    log: pino({ level: 'silent' }),
    ...rest,
  });
  if (made.status === 'failed') throw new Error(made.reason.code);
  return made.value;
}

async function post(body: unknown, { token = hospital.token, to = service } = {}) {
  const response = await to.server.inject({
    method: 'POST',
    url: '/v1/eligibility/checks',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.statusCode, text: response.body, json: response.json() };
}

async function ask(
  request: EligibilityRequest,
  where: Parameters<typeof post>[1] = {},
): Promise<EligibilityAnswer> {
  const { status, json } = await post(request, where);
  expect(status).toBe(200);
  if (!isAnswer.Check(json)) throw new Error('not an answer');
  return json;
}

const statementOf = (card: keyof TestCountry['cards'], wish: Partial<StatementWish> = {}) =>
  makeStatement({ card: country.cards[card], terminal: country.terminal, ...wish });

const reasonsOf = (answer: EligibilityAnswer) =>
  answer.status === 'verified'
    ? answer.notes.map(({ code }) => code)
    : answer.reasons.map(({ code }) => code);

async function count(table: 'check_record' | 'audit_row'): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::integer AS n FROM eligibility.${table}`);
  return rows[0]?.n ?? -1;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'honnin-eligibility-test-'));
  await chmod(folder, 0o755);
  const started = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: silentLog });
  if (started.status === 'failed') throw new Error(started.reason.detail);
  postgres = started.value;
  country = await makeCountry();
});
afterAll(async () => {
  await postgres[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const database = await postgres.openDatabase(`test_${randomUUID().slice(0, 8)}`);
  if (database.status === 'failed') throw new Error(database.reason.detail);
  pool = new pg.Pool({ connectionString: database.value, max: 6 });
  service = await makeService();
  const loaded = await service.load(country.records);
  expect(loaded).toEqual({
    status: 'done',
    value: { institutions: 2, people: 5, certificates: 5, coverages: 5 },
  });
  return async () => {
    await service[Symbol.asyncDispose]();
    await pool.end();
  };
});

describe('the eligibility check', () => {
  it('answers with person, coverage, consents and reference number of an identified patient', async () => {
    const request = makeRequest(await statementOf('valid'));
    const answer = await ask(request);
    expect(answer).toMatchObject({
      status: 'verified',
      requestId: request.requestId,
      processedAt: now.toISOString(),
      onDate: '2026-11-24',
      validity: '1',
      person: { name: '見本　太郎' },
      coverages: [{ insurerNumber: '06139999', number: '４５' }],
      consents: [
        { group: 'YZK', given: true, availableUntil: '2026-11-25T00:15:30.000Z' },
        { group: 'TKK', given: false },
      ],
      certificate: { status: 'in-force', expiresOn: '2028-10-24' },
      referenceNumber: 'H-valid',
      notes: [],
    });
  });

  it('shows a specific disease only to whom the patient has agreed', async () => {
    const without = await ask(makeRequest(await statementOf('valid')));
    const consents = [{ group: 'TSR' as const, given: true, at: now.toISOString() }];
    const agreed = await ask(makeRequest(await statementOf('valid'), { consents }));
    expect(JSON.stringify(without)).not.toContain('specificDiseases');
    expect(agreed.status === 'verified' && agreed.coverages[0]?.specificDiseases?.[0]?.selfPay).toBe(10_000);
  });

  it('does not tell one institution the reference number of another', async () => {
    const request = makeRequest(await statementOf('valid'), { institutionCode: clinic.code });
    expect(await ask(request, { token: clinic.token })).not.toHaveProperty('referenceNumber');
  });

  it('accepts staff who looked, and a face, where the policy does', async () => {
    expect((await ask(makeRequest(await statementOf('valid', { staff: 'S-1' })))).status).toBe('verified');
    expect((await ask(makeRequest(await statementOf('valid', { face: {} })))).status).toBe('verified');
    await using strict = await makeService({ policy: { acceptedMethods: ['face'] } });
    const refused = await ask(makeRequest(await statementOf('valid', { staff: 'S-1' })), { to: strict });
    expect(refused.status).toBe('rejected');
    expect(reasonsOf(refused)).toEqual(['method-not-accepted']);
  });

  it('knows nobody behind a genuine certificate that is not registered', async () => {
    const answer = await ask(makeRequest(await statementOf('stranger')));
    expect(answer).toMatchObject({ status: 'verified', validity: '4', person: null, coverages: [] });
    expect(reasonsOf(answer)).toEqual(['person-not-registered']);
  });

  it('opens eligibility only, without consents, within three months after expiry', async () => {
    const answer = await ask(makeRequest(await statementOf('grace')));
    expect(answer).toMatchObject({
      status: 'verified',
      validity: '1',
      certificate: { status: 'in-grace', expiresOn: '2026-10-20' },
      consents: [{ given: false }, { given: false }],
    });
    expect(reasonsOf(answer)).toEqual(['certificate-in-grace']);
  });

  it('refuses a certificate more than three calendar months after expiry', async () => {
    const answer = await ask(makeRequest(await statementOf('past')));
    expect(answer.status).toBe('rejected');
    expect(reasonsOf(answer)).toContain('certificate-expired');
  });

  it('reminds within three months before expiry', async () => {
    expect(reasonsOf(await ask(makeRequest(await statementOf('soon'))))).toEqual([
      'certificate-expires-soon',
    ]);
  });

  it('says what a later day finds: lost coverage and the reason', async () => {
    const [first] = country.records.people;
    if (first === undefined) throw new Error('nobody');
    const coverages = first.coverages.map((one) => ({
      ...one,
      lostOn: '2026-11-01',
      reasonOfLoss: '03' as const,
    }));
    await service.load({ institutions: [], people: [{ ...first, coverages }] });
    const answer = await ask(makeRequest(await statementOf('valid')));
    expect(answer).toMatchObject({ validity: '2', coverages: [{ reasonOfLoss: '03' }] });
    expect(reasonsOf(answer)).toEqual(['no-coverage-in-force']);
    const before = await ask(makeRequest(await statementOf('valid'), { onDate: '2026-10-31' }));
    expect(before).toMatchObject({ validity: '1' });
  });
});

describe('who must not pass', () => {
  it('a revoked card is refused', async () => {
    const answer = await ask(makeRequest(await statementOf('revoked')));
    expect(answer.status).toBe('rejected');
    expect(reasonsOf(answer)).toEqual(['certificate-revoked']);
  });

  it('a card whose revocation cannot be asked is undetermined, and may be asked again', async () => {
    const unknown = { kind: 'unknown' as const, reason: { code: 'revocation-list-unavailable' } };
    await using blind = await makeService({ revocation: { statusOf: async () => unknown } });
    const request = makeRequest(await statementOf('valid'));
    const answer = await ask(request, { to: blind });
    expect(answer.status).toBe('undetermined');
    expect(JSON.stringify(answer)).not.toContain('見本');
    expect((await ask(request)).status).toBe('verified');
    expect(await count('audit_row')).toBe(2);
  });

  it('a card whose revocation cannot be asked is refused, or answered with a note, where the policy says so', async () => {
    const unknown = { kind: 'unknown' as const, reason: { code: 'revocation-list-unavailable' } };
    const revocation = { statusOf: async () => unknown };
    const request = async () => makeRequest(await statementOf('valid'));
    await using strict = await makeService({ revocation, policy: { whenRevocationUnknown: 'rejected' } });
    const refused = await ask(await request(), { to: strict });
    expect(refused.status).toBe('rejected');
    expect(reasonsOf(refused)).toEqual(['revocation-unknown', 'revocation-list-unavailable']);
    await using open = await makeService({ revocation, policy: { whenRevocationUnknown: 'remark' } });
    const answered = await ask(await request(), { to: open });
    expect(answered).toMatchObject({ status: 'verified', validity: '1' });
    expect(reasonsOf(answered)).toEqual(['revocation-unknown']);
    const revoked = await ask(makeRequest(await statementOf('revoked')));
    expect(revoked.status).toBe('rejected');
  });

  it('a certificate and a card-face record of two cards, joined by a go-between, are refused', async () => {
    const own = await statementOf('valid', { face: {}, recordBirthDate: '1980-02-10' });
    expect((await ask(makeRequest(own))).status).toBe('verified');
    const joined = await ask(
      makeRequest(await statementOf('valid', { face: {}, recordBirthDate: '1980-02-11' })),
    );
    expect([joined.status, ...reasonsOf(joined)]).toEqual(['rejected', 'card-face-of-another']);
  });

  it('a statement of an unknown terminal is refused', async () => {
    const elsewhere = await createTestAuthority({ now });
    const terminal = await makeTerminal(elsewhere);
    const answer = await ask(makeRequest(await statementOf('valid', { terminal })));
    expect(answer.status).toBe('rejected');
    expect(JSON.stringify(answer)).not.toContain('見本');
  });

  it('a statement made for another service is refused', async () => {
    const audience = 'urn:honnin:service:residence';
    const answer = await ask(makeRequest(await statementOf('valid', { audience })));
    expect(reasonsOf(answer)).toEqual(['statement-wrong-audience']);
  });

  it('a statement kept for later is refused', async () => {
    const issuedAt = new Date(now.getTime() - 11 * 60_000);
    expect(reasonsOf(await ask(makeRequest(await statementOf('valid', { issuedAt }))))).toEqual([
      'statement-too-old',
    ]);
  });

  it('a tampered statement is refused', async () => {
    const [header = '', payload = '', signature = ''] = (await statementOf('valid')).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const other = Buffer.from(JSON.stringify({ ...claims, nonce: randomUUID() })).toString('base64url');
    const answer = await ask(makeRequest([header, other, signature].join('.')));
    expect(answer.status).toBe('rejected');
  });

  it('a replayed nonce is refused, from the same and from another institution', async () => {
    const statement = await statementOf('valid');
    expect((await ask(makeRequest(statement))).status).toBe('verified');
    const again = await ask(makeRequest(statement));
    expect(again.status).toBe('rejected');
    expect(reasonsOf(again)).toEqual(['statement-replayed']);
    const thief = await ask(makeRequest(statement, { institutionCode: clinic.code }), {
      token: clinic.token,
    });
    expect(reasonsOf(thief)).toEqual(['statement-replayed']);
    expect(JSON.stringify(thief)).not.toContain('見本');
    expect((await verifyAudit(pool)).status).toBe('verified');
  });

  it('of fifty simultaneous uses of one nonce exactly one passes', async () => {
    const statement = await statementOf('valid');
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(makeRequest(statement))));
    expect(answers.filter(({ status }) => status === 'verified').length).toBe(1);
    expect(await verifyAudit(pool)).toMatchObject({ status: 'verified', rows: 50 });
  });

  it('a relaxed statement is refused where the policy does not accept the relaxation', async () => {
    const wish = { face: { relaxed: ['passive-liveness'] } };
    const answer = await ask(makeRequest(await statementOf('valid', wish)));
    expect(answer.status).toBe('rejected');
    expect(reasonsOf(answer)).toEqual(['relaxation-not-accepted']);
    await using demo = await makeService({ policy: { acceptedRelaxations: ['passive-liveness'] } });
    const accepted = await ask(makeRequest(await statementOf('valid', wish)), { to: demo });
    expect(accepted.status).toBe('verified');
    expect(reasonsOf(accepted)).toEqual(['rule-relaxed']);
  });

  it('a terminal of another institution is refused where the policy binds terminals', async () => {
    await using bound = await makeService({ policy: { terminals: 'same-institution' } });
    const request = makeRequest(await statementOf('valid'), { institutionCode: clinic.code });
    expect(reasonsOf(await ask(request, { to: bound, token: clinic.token }))).toEqual([
      'terminal-of-another-institution',
    ]);
    expect((await ask(makeRequest(await statementOf('valid')), { to: bound })).status).toBe('verified');
  });

  it('a stranger with no token, a wrong token or the token of another institution gets nothing', async () => {
    const request = makeRequest(await statementOf('valid'));
    expect(await post(request, { token: 'wrong-token-wrong-token' })).toMatchObject({
      status: 401,
      json: { code: 'institution-not-known', number: 'E303' },
    });
    expect(await post('{"malformed', { token: '' })).toMatchObject({ status: 401 });
    expect(await post(request, { token: clinic.token })).toMatchObject({
      status: 403,
      json: { code: 'institution-mismatch' },
    });
    expect(await count('check_record')).toBe(0);
  });
});

describe('one request, one answer', () => {
  it('gives the same answer, byte for byte, to the same request, and one audit row', async () => {
    const request = makeRequest(await statementOf('valid'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(request)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await post(request)).text).toBe(answers[0]?.text);
    expect(await count('check_record')).toBe(1);
    expect(await count('audit_row')).toBe(1);
  });

  it('still answers a repeated request after the statement has aged', async () => {
    let time = now;
    await using moving = await makeService({ clock: () => time });
    const request = makeRequest(await statementOf('valid'));
    const first = await post(request, { to: moving });
    time = new Date(now.getTime() + 60 * 60_000);
    expect((await post(request, { to: moving })).text).toBe(first.text);
  });

  it('refuses a second request under the same number', async () => {
    const request = makeRequest(await statementOf('valid'));
    await ask(request);
    expect(await post({ ...request, consents: [] })).toMatchObject({
      status: 409,
      json: { code: 'request-id-reused' },
    });
  });

  it('keeps no check whose audit row could not be written', async () => {
    await pool.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no audit'; END $$`);
    await pool.query(
      'CREATE TRIGGER fail BEFORE INSERT ON eligibility.audit_row FOR EACH ROW EXECUTE FUNCTION fail()',
    );
    const request = makeRequest(await statementOf('valid'));
    expect(await post(request)).toMatchObject({ status: 500, json: { code: 'service-failed' } });
    expect(await count('check_record')).toBe(0);
    await pool.query('DROP TRIGGER fail ON eligibility.audit_row');
    expect((await ask(request)).status).toBe('verified');
    expect((await verifyAudit(pool)).status).toBe('verified');
  });

  it('answers 503 while the database is away, and goes on afterwards', async () => {
    const request = makeRequest(await statementOf('valid'));
    const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
    const admin = new pg.Client({ connectionString: postgres.connectionString });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${rows[0]?.name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      rows[0]?.name,
    ]);
    const away = await post(request);
    expect(away).toMatchObject({ status: 503, json: { code: 'database-unavailable' } });
    expect((await service.server.inject('/health')).statusCode).toBe(503);
    await admin.query(`ALTER DATABASE ${rows[0]?.name} ALLOW_CONNECTIONS true`);
    await admin.end();
    expect((await ask(request)).status).toBe('verified');
    expect((await service.server.inject('/health')).json()).toEqual({ status: 'ok' });
  });
});

describe('the door', () => {
  it('says where a malformed request is wrong, and never repeats what it holds', async () => {
    const request = makeRequest(await statementOf('valid'));
    const bad = [
      ['/requestId', { ...request, requestId: 'SECRET' }],
      ['/onDate', { ...request, onDate: '2026-02-30' }],
      [
        '/consents/0/group',
        { ...request, consents: [{ group: 'SECRET', given: true, at: now.toISOString() }] },
      ],
      ['/consents', { ...request, consents: [request.consents[0], request.consents[0]] }],
      ['/statement', { ...request, statement: 'SECRET' }],
      ['/', { ...request, SECRET: 1 }],
      ['/', []],
    ] as const;
    for (const [place, body] of bad) {
      const { status, json, text } = await post(body);
      expect([status, json.code], place).toEqual([400, 'request-malformed']);
      expect(json.detail).toContain(place);
      expect(text).not.toContain('SECRET');
    }
    expect(await post('{"requestId": ')).toMatchObject({ status: 400, json: { code: 'request-malformed' } });
    expect(await post({ ...request, onDate: '2026-12-24' })).toMatchObject({
      status: 400,
      json: { code: 'date-out-of-range' },
    });
    expect(await count('audit_row')).toBe(0);
  });

  it('refuses what is too large, and too much of it', async () => {
    const request = makeRequest(await statementOf('valid'));
    expect(await post({ ...request, statement: `a.${'b'.repeat(70_000)}.c` })).toMatchObject({ status: 413 });
    await using busy = await makeService({ requestsPerMinute: 2 });
    await post(request, { to: busy });
    await post(request, { to: busy });
    expect(await post(request, { to: busy })).toMatchObject({
      status: 429,
      json: { code: 'too-many-requests' },
    });
    expect(
      (
        await post(makeRequest(await statementOf('valid'), { institutionCode: clinic.code }), {
          to: busy,
          token: clinic.token,
        })
      ).status,
    ).toBe(200);
  });

  it('describes itself in OpenAPI, tells its health and its numbers, and listens', async () => {
    const listening = await service.listen({ host: '127.0.0.1', port: 0 });
    if (listening.status === 'failed') throw new Error(listening.reason.code);
    const api = await (await fetch(`${listening.value.url}/openapi.json`)).json();
    expect(api.paths['/v1/eligibility/checks'].post.requestBody).toBeDefined();
    expect(await (await fetch(`${listening.value.url}/health`)).json()).toEqual({ status: 'ok' });
    await ask(makeRequest(await statementOf('valid')));
    const metrics = await (await fetch(`${listening.value.url}/metrics`)).text();
    expect(metrics).toContain('honnin_eligibility_checks_total{status="verified"} 1');
    expect((await fetch(`${listening.value.url}/elsewhere`)).status).toBe(404);
  });

  it('logs no name, no statement and no token', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const made = await createEligibilityService({
      pool,
      anchors: {
        terminal: [country.authority.anchors.terminal],
        authentication: [country.authority.anchors.authentication],
      },
      revocation: country.revocation,
      policy: defaultEligibilityPolicy,
      clock: () => now,
      random,
      log,
    });
    if (made.status === 'failed') throw new Error(made.reason.code);
    await using loud = made.value;
    const request = makeRequest(await statementOf('valid'));
    await ask(request, { to: loud });
    await post('{', { to: loud });
    // The database's complaint about a row holds the row.
    await pool.query(
      "ALTER TABLE eligibility.check_record ADD CONSTRAINT never CHECK (answer = '') NOT VALID",
    );
    expect(await post(makeRequest(await statementOf('valid')), { to: loud })).toMatchObject({ status: 500 });
    const all = lines.join('');
    expect(all).toContain('never');
    for (const secret of ['見本', request.statement, hospital.token]) expect(all).not.toContain(secret);
  });
});

describe('the audit log', () => {
  const threeChecks = async () => {
    for (let n = 0; n < 3; n += 1) await ask(makeRequest(await statementOf('valid')));
  };

  it('is whole after checks of every outcome, by several writers', async () => {
    await threeChecks();
    await using second = await makeService();
    await ask(makeRequest(await statementOf('revoked')), { to: second });
    await ask(makeRequest(await statementOf('valid')), { to: second });
    const report = await verifyAudit(pool);
    expect(report).toMatchObject({ status: 'verified', rows: 5, findings: [] });
    expect(report.heads.map(({ sequence }) => sequence)).toEqual(['3', '2']);
  });

  it('holds no name and no number of a card', async () => {
    await threeChecks();
    const { rows } = await pool.query<{ content: string }>('SELECT content FROM eligibility.audit_row');
    expect(rows.map(({ content }) => content).join()).not.toMatch(/見本|ミホン|４５|06139999/);
    expect(JSON.parse(rows[0]?.content ?? '{}')).toMatchObject({
      institution: hospital.code,
      person: 'valid',
      method: 'pin',
      status: 'verified',
      validity: '1',
      consents: ['YZK'],
      terminal: 'terminal-1',
    });
  });

  const deeds: [string, string, string[]][] = [
    [
      'a changed row',
      `UPDATE eligibility.audit_row SET content = replace(content, 'verified', 'rejected') WHERE sequence = 2`,
      ['row-changed'],
    ],
    [
      'a deleted row',
      'DELETE FROM eligibility.audit_row WHERE sequence = 2',
      ['row-missing', 'check-without-row'],
    ],
    [
      'a deleted last row',
      'DELETE FROM eligibility.audit_row WHERE sequence = 3',
      ['last-rows-missing', 'check-without-row'],
    ],
    [
      'a changed answer',
      `UPDATE eligibility.check_record SET answer = replace(answer, '"validity":"1"', '"validity":"2"')
        WHERE id = (SELECT check_id FROM eligibility.audit_row WHERE sequence = 2)`,
      ['check-changed'],
    ],
    [
      'a deleted answer',
      `DELETE FROM eligibility.check_record
        WHERE id = (SELECT check_id FROM eligibility.audit_row WHERE sequence = 1)`,
      ['check-missing'],
    ],
    [
      'a deleted writer',
      'DELETE FROM eligibility.audit_writer',
      ['writer-missing', 'kept-head-missing'].slice(0, 1),
    ],
    [
      'two rows exchanged',
      `UPDATE eligibility.audit_row SET sequence = CASE sequence WHEN 1 THEN 102 ELSE 101 END WHERE sequence < 3;
       UPDATE eligibility.audit_row SET sequence = sequence - 100 WHERE sequence > 100`,
      ['row-changed', 'row-changed', 'row-changed'],
    ],
  ];
  for (const [name, deed, kinds] of deeds) {
    it(`shows ${name}`, async () => {
      await threeChecks();
      await pool.query(deed);
      const report = await verifyAudit(pool);
      expect(report.status).toBe('rejected');
      expect(report.findings.map(({ kind }) => kind)).toEqual(kinds);
    });
  }

  it('set back as a whole by somebody who knows how: only a head kept elsewhere shows it', async () => {
    await threeChecks();
    const { heads } = await verifyAudit(pool);
    await pool.query(`DELETE FROM eligibility.check_record
      WHERE id = (SELECT check_id FROM eligibility.audit_row WHERE sequence = 3)`);
    await pool.query('DELETE FROM eligibility.audit_row WHERE sequence = 3');
    await pool.query(`UPDATE eligibility.audit_writer w SET last_sequence = 2,
      last_hash = (SELECT hash FROM eligibility.audit_row a WHERE a.writer_id = w.id AND sequence = 2)`);
    expect((await verifyAudit(pool)).status).toBe('verified');
    expect(await verifyAudit(pool, { keptHeads: heads })).toMatchObject({
      status: 'rejected',
      findings: [{ kind: 'kept-head-missing', sequence: '3' }],
    });
  });

  it('sealed with a key cannot be judged without it, and not be rewritten without it', async () => {
    const auditKey = randomBytes(32);
    await using sealed = await makeService({ auditKey });
    await ask(makeRequest(await statementOf('valid')), { to: sealed });
    expect((await verifyAudit(pool)).status).toBe('undetermined');
    expect((await verifyAudit(pool, { key: auditKey })).status).toBe('verified');
    expect((await verifyAudit(pool, { key: randomBytes(32) })).status).toBe('rejected');
  });
});

describe('loading', () => {
  it('names the place of a mistake, and loads nothing of a file that holds one', async () => {
    const [first] = country.records.people;
    if (first === undefined) throw new Error('nobody');
    const fresh = { ...first, id: 'fresh', certificates: [] };
    const bad: [string, unknown][] = [
      [
        '/people/1/person/birthDate',
        [fresh, { ...first, person: { ...first.person, birthDate: '1980-13-01' } }],
      ],
      ['/people/1/coverages/0', [fresh, { ...first, coverages: [{ ...first.coverages[0], insurer: 1 }] }]],
      ['/people/1/certificates/0/der', [fresh, { ...first, certificates: [{ der: 'AAAA' }] }]],
      ['/people/1/id', [fresh, fresh]],
      ['/people/1/certificates/0', [{ ...first, id: 'fresh' }, first]],
      ['certificate_pkey', [fresh, { ...first, id: 'thief' }]],
    ];
    for (const [place, people] of bad) {
      const loaded = await service.load({ institutions: [], people });
      expect(loaded.status === 'failed' && loaded.reason.code, place).toBe('records-malformed');
      expect(loaded.status === 'failed' && loaded.reason.detail).toContain(place);
    }
    const { rowCount } = await pool.query(`SELECT 1 FROM eligibility.person WHERE id = 'fresh'`);
    expect(rowCount).toBe(0);
  });

  it('puts a person in the place of the same id, with new certificates and coverages', async () => {
    const [first] = country.records.people;
    if (first === undefined) throw new Error('nobody');
    await service.load({ institutions: [], people: [{ ...first, coverages: [], referenceNumbers: [] }] });
    const answer = await ask(makeRequest(await statementOf('valid')));
    expect(answer).toMatchObject({ validity: '4', person: { name: '見本　太郎' } });
    expect(answer).not.toHaveProperty('referenceNumber');
  });

  it('migrates once, from several services at once, and refuses the database of a newer program', async () => {
    const several = await Promise.all([makeService(), makeService(), makeService()]);
    for (const one of several) await one[Symbol.asyncDispose]();
    await pool.query(`INSERT INTO eligibility.migration (version, name, sha256) VALUES (999, 'future', 'x')`);
    await expect(makeService()).rejects.toThrow('database-schema-unknown');
  });

  it('fails in words when there is no database', async () => {
    const made = await createEligibilityService({
      connectionString: `postgresql://honnin@/honnin?host=${encodeURIComponent(join(folder, 'nowhere'))}`,
      anchors: { terminal: [], authentication: [] },
      revocation: country.revocation,
      policy: defaultEligibilityPolicy,
      clock: () => new Date(now.getTime() + dayMs),
      random,
      log: pino({ level: 'silent' }),
    });
    expect(made).toMatchObject({ status: 'failed', reason: { code: 'database-unavailable' } });
  });
});
