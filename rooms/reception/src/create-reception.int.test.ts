import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOqsFile, readFaceResult } from '@honnin/exchange';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskForTests, origin, type TestDesk, tokens } from '../test/desk-for-tests.ts';
import { verifiedAnswer } from '../test/eligibility-service.ts';
import { startPostgresForTests, type TestDatabase } from '../test/postgres-for-tests.ts';
import { statementWith } from '../test/statement.ts';
import type { Arrival } from './staff-api.ts';

let database: TestDatabase | string;
let desk: TestDesk;

beforeAll(async () => {
  database = await startPostgresForTests();
});
afterAll(async () => {
  if (typeof database !== 'string') await database[Symbol.asyncDispose]();
});
beforeEach(async (context) => {
  if (typeof database === 'string') return context.skip(database);
  desk = await deskForTests(database.connectionString);
});
afterEach(async () => {
  await desk?.[Symbol.asyncDispose]();
});

const connection = () => {
  if (typeof database === 'string') throw new Error(database);
  return database.connectionString;
};
const codes = (arrival: { attention: { code: string }[] }) => arrival.attention.map(({ code }) => code);

describe('a visit', () => {
  it('ends with a result, one sound file in the folder, and an arrival that says the same', async () => {
    const visit = await desk.open();
    expect(visit).toMatchObject({ onDate: '2026-11-24', audience: 'urn:honnin:service:eligibility' });
    expect(await desk.arrival(visit.visitId)).toMatchObject({ state: 'identifying', fileName: null });

    expect(await desk.identify(visit)).toEqual({
      status: 'accepted',
      validity: '1',
      personName: '例示　花',
      notes: [],
      staffNeeded: false,
    });
    const arrival = await desk.arrival(visit.visitId);
    expect(arrival).toMatchObject({
      state: 'done',
      method: 'face',
      validity: '1',
      attention: [],
      seen: false,
      terminalName: '入口',
    });
    expect(await readdir(desk.folder)).toEqual([arrival.fileName]);
    const bytes = await readFile(join(desk.folder, arrival.fileName ?? ''));
    expect(checkOqsFile(bytes, arrival.fileName ?? '')).toMatchObject({ status: 'verified', findings: [] });
    expect(readFaceResult(bytes)).toMatchObject({
      value: { person: arrival.person, coverages: arrival.coverages, institutionCode: '1319999991' },
    });
  });

  it('asks with the consents, the day in Japan and the institution, and never with the person', async () => {
    const visit = await desk.open();
    const consents = [{ group: 'YZK', given: true, at: '2026-11-24T00:15:20.000Z' }];
    const statement = statementWith({ nonce: visit.nonce });
    await desk.post(`/v1/visits/${visit.visitId}/identification`, {
      statement,
      consents,
      prescriptionIssue: '2',
    });
    expect(desk.service.requests).toMatchObject([
      { statement, consents, onDate: '2026-11-24', institutionCode: '1319999991', prescriptionIssue: '2' },
    ]);
    const [name] = await readdir(desk.folder);
    expect(readFaceResult(await readFile(join(desk.folder, name ?? '')))).toMatchObject({
      value: { prescriptionIssue: '2', consents: [{ group: 'YZK', given: true }] },
    });
  });

  it('gives the same result and one file when the same identification is posted again and at once', async () => {
    const visit = await desk.open();
    const body = { statement: statementWith({ nonce: visit.nonce }), consents: [] };
    const url = `/v1/visits/${visit.visitId}/identification`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.post(url, body)));
    answers.push(await desk.post(url, body));
    for (const answer of answers) expect(answer.json()).toEqual(answers[0]?.json());
    expect(await readdir(desk.folder)).toHaveLength(1);
    expect(desk.service.requests).toHaveLength(1);
    const other = await desk.post(url, { ...body, statement: statementWith({ nonce: visit.nonce }) });
    expect(other.statusCode).toBe(409);
  });

  it('gives twenty people within one second twenty files with their own names in them', async () => {
    desk.service.behave((request) =>
      verifiedAnswer(request, {
        person: {
          name: `例示　${request.requestId.slice(0, 8).replace(/[0-9a-f]/g, (digit) => String.fromCharCode(0xff10 + Number.parseInt(digit, 16)))}`,
          kana: 'レイジ',
          sex: '1',
          birthDate: '1985-04-07',
        },
      }),
    );
    for (let count = 0; count < 10; count += 1) {
      const [one, two] = await Promise.all([desk.open(tokens.one), desk.open(tokens.two)]);
      const statements = [one, two].map(({ nonce }, index) =>
        statementWith({ nonce, iss: `terminal-${index + 1}` }),
      );
      await Promise.all([
        desk.post(`/v1/visits/${one.visitId}/identification`, { statement: statements[0], consents: [] }),
        desk.post(
          `/v1/visits/${two.visitId}/identification`,
          { statement: statements[1], consents: [] },
          tokens.two,
        ),
      ]);
    }
    const arrivals = (await desk.arrivals()).filter(({ fileName }) => fileName !== null);
    const mine = new Set(await readdir(desk.folder));
    const written = arrivals.filter(({ fileName }) => mine.has(fileName ?? ''));
    expect(written).toHaveLength(20);
    for (const arrival of written) {
      const file = readFaceResult(await readFile(join(desk.folder, arrival.fileName ?? '')));
      expect(file).toMatchObject({ value: { person: { name: arrival.person?.name } } });
    }
  });

  it('is left when its terminal opens a new one', async () => {
    const first = await desk.open();
    await desk.open();
    expect((await desk.arrival(first.visitId)).state).toBe('left');
    const late = await desk.post(`/v1/visits/${first.visitId}/identification`, {
      statement: statementWith({ nonce: first.nonce }),
      consents: [],
    });
    expect(late.statusCode).toBe(409);
    expect(await readdir(desk.folder)).toEqual([]);
  });

  it('writes nothing when the card is pulled while the service is being asked', async () => {
    const visit = await desk.open();
    desk.service.behave(async (request) => {
      await desk.post(`/v1/visits/${visit.visitId}/end`, { reasons: [{ code: 'card-removed' }] });
      return verifiedAnswer(request);
    });
    const answer = await desk.post(`/v1/visits/${visit.visitId}/identification`, {
      statement: statementWith({ nonce: visit.nonce }),
      consents: [],
    });
    expect(answer.statusCode).toBe(409);
    expect(await readdir(desk.folder)).toEqual([]);
    expect((await desk.arrival(visit.visitId)).state).toBe('left');
  });

  it('is closed when nothing happens in it', async () => {
    const visit = await desk.open();
    desk.later(16 * 60_000);
    await desk.reception.sweep();
    const arrival = await desk.arrival(visit.visitId);
    expect(arrival.state).toBe('left');
    expect(codes(arrival)).toEqual(['visit-timed-out']);
  });

  it('survives a restart of reception, session and arrivals', async () => {
    const visit = await desk.open();
    await desk.identify(visit);
    const cookie = await desk.signIn();
    const restarted = await deskForTests(connection(), { startAt: '2026-11-24T00:20:00.000Z' });
    try {
      const arrivals = await restarted.arrivals(cookie);
      expect(arrivals.find(({ visitId }) => visitId === visit.visitId)).toMatchObject({ state: 'done' });
    } finally {
      await restarted[Symbol.asyncDispose]();
    }
  });
});

describe('what goes wrong with the service', () => {
  it.each([
    [
      'is down for a moment',
      (response: { destroy: () => unknown }) => response.destroy(),
      'eligibility-unreachable',
    ],
    ['has a fault', (response: Answerer) => response.writeHead(500).end('boom'), 'eligibility-failed'],
    ['is busy', (response: Answerer) => response.writeHead(503).end(), 'eligibility-busy'],
    ['refuses access', (response: Answerer) => response.writeHead(403).end(), 'eligibility-access-refused'],
    [
      'refuses the form',
      (response: Answerer) => response.writeHead(400).end(),
      'eligibility-request-refused',
    ],
    [
      'answers with garbage',
      (response: Answerer) => response.writeHead(200).end('<html>'),
      'eligibility-answer-invalid',
    ],
    [
      'answers with half an answer',
      (response: Answerer) => response.writeHead(200).end('{"status":"verified"}'),
      'eligibility-answer-invalid',
    ],
    ['does not answer in time', () => undefined, 'eligibility-too-slow'],
  ])('sends the patient to the desk and writes nothing when it %s', async (_what, misbehave, code) => {
    desk.service.behave((_request, response) => {
      misbehave(response as never);
      return 'handled';
    });
    const visit = await desk.open();
    expect(await desk.identify(visit)).toEqual({ status: 'undetermined', reasons: [{ code }] });
    const arrival = await desk.arrival(visit.visitId);
    expect(arrival).toMatchObject({ state: 'problem', person: null, validity: null, fileName: null });
    expect(codes(arrival)).toEqual([code]);
    expect(await readdir(desk.folder)).toEqual([]);
  });

  it("refuses an answer to somebody else's request (mix-up of two patients)", async () => {
    desk.service.behave((request) => ({
      ...verifiedAnswer(request),
      requestId: '00000000-0000-4000-8000-000000000000',
    }));
    expect(await desk.identify(await desk.open())).toMatchObject({
      status: 'undetermined',
      reasons: [{ code: 'eligibility-answer-invalid' }],
    });
    expect(await readdir(desk.folder)).toEqual([]);
  });

  it('asks again, under the same request id, when the first try could not be decided', async () => {
    desk.service.behave((_request, response) => {
      response.writeHead(503).end();
      return 'handled';
    });
    const visit = await desk.open();
    const body = { statement: statementWith({ nonce: visit.nonce }), consents: [] };
    const url = `/v1/visits/${visit.visitId}/identification`;
    expect((await desk.post(url, body)).json()).toMatchObject({ status: 'undetermined' });
    desk.service.behave((request) => verifiedAnswer(request));
    expect((await desk.post(url, body)).json()).toMatchObject({ status: 'accepted' });
    expect(new Set(desk.service.requests.map(({ requestId }) => requestId)).size).toBe(1);
    expect(await desk.arrival(visit.visitId)).toMatchObject({ state: 'done', attention: [] });
  });

  it('passes on a refusal with its reason, and writes nothing', async () => {
    desk.service.behave((request) => ({
      status: 'rejected',
      checkId: 'c',
      requestId: request.requestId,
      processedAt: '2026-11-24T00:15:30.000Z',
      reasons: [{ code: 'certificate-revoked', detail: 'serial 77' }],
    }));
    const visit = await desk.open();
    expect(await desk.identify(visit)).toEqual({
      status: 'refused',
      reasons: [{ code: 'certificate-revoked' }],
    });
    const arrival = await desk.arrival(visit.visitId);
    expect(arrival.state).toBe('problem');
    expect(arrival.attention[0]?.ja).toContain('失効');
    expect(await readdir(desk.folder)).toEqual([]);
  });
});

interface Answerer {
  writeHead(status: number): { end(text?: string): unknown };
}

describe('the hand-over to the hospital', () => {
  it('keeps the result when the folder is away, tells staff, and writes the file when it is back', async () => {
    await rename(desk.folder, `${desk.folder}-away`);
    const visit = await desk.open();
    expect(await desk.identify(visit)).toMatchObject({ status: 'accepted', staffNeeded: true });
    const waiting = await desk.arrival(visit.visitId);
    expect(waiting).toMatchObject({ state: 'problem', fileName: null, person: { name: '例示　花' } });
    expect(codes(waiting)).toEqual(['file-not-handed-over', 'folder-missing']);

    await rename(`${desk.folder}-away`, desk.folder);
    await desk.reception.sweep();
    const arrival = await desk.arrival(visit.visitId);
    expect(arrival).toMatchObject({ state: 'done', attention: [] });
    expect(await readdir(desk.folder)).toEqual([arrival.fileName]);
  });

  it('finishes after a crash what was answered but not handed over, in one file', async () => {
    const visit = await desk.open();
    const body = { statement: statementWith({ nonce: visit.nonce }), consents: [] };
    const url = `/v1/visits/${visit.visitId}/identification`;
    await desk.post(url, body);
    const { fileName } = await desk.arrival(visit.visitId);
    // As the database stands between the answer and the end of the hand-over.
    const client = new pg.Client({ connectionString: connection() });
    await client.connect();
    await client.query(
      `update reception.visit set state = 'looking-up', result = null, file_name = null,
         file_published_at = null where visit_id = $1`,
      [visit.visitId],
    );
    await client.end();
    // The answer is kept and its file may be there already: taking the card now undoes nothing.
    await desk.post(`/v1/visits/${visit.visitId}/end`, { reasons: [{ code: 'card-removed' }] });
    expect((await desk.arrival(visit.visitId)).state).toBe('looking-up');
    // The terminal asks again before the next sweep.
    expect((await desk.post(url, body)).json()).toMatchObject({ status: 'accepted' });
    await desk.reception.sweep();
    expect(desk.service.requests).toHaveLength(1);
    expect(await readdir(desk.folder)).toEqual([fileName]);
    expect(await desk.arrival(visit.visitId)).toMatchObject({ state: 'done', fileName });
  });

  it('says that a lookup was interrupted when nobody asks for it again', async () => {
    const visit = await desk.open();
    const client = new pg.Client({ connectionString: connection() });
    await client.connect();
    await client.query(`update reception.visit set state = 'looking-up' where visit_id = $1`, [
      visit.visitId,
    ]);
    await client.end();
    desk.later(60_000);
    await desk.reception.sweep();
    const arrival = await desk.arrival(visit.visitId);
    expect(arrival.state).toBe('problem');
    expect(codes(arrival)).toEqual(['lookup-interrupted']);
  });

  it('deletes what is known of a person after a week', async () => {
    const visit = await desk.open();
    await desk.identify(visit);
    desk.later(8 * 24 * 3_600_000);
    await desk.reception.sweep();
    const cookie = await desk.signIn();
    const day = await desk.app.inject({ url: '/staff/arrivals?date=2026-11-24', headers: { cookie } });
    expect(day.json()).toEqual([]);
  });

  it('never overwrites a file that lies there under its next name', async () => {
    const first = await desk.open();
    await desk.identify(first);
    const { fileName } = await desk.arrival(first.visitId);
    const counter = /_1319999991(?:1)([0-9]{17})_/.exec(fileName ?? '')?.[1] ?? '';
    const next = (fileName ?? '').replace(counter, (BigInt(counter) + 1n).toString().padStart(17, '0'));
    await writeFile(join(desk.folder, next), 'belongs to somebody else');
    const second = await desk.open();
    expect(await desk.identify(second)).toMatchObject({ status: 'accepted' });
    expect(await readFile(join(desk.folder, next), 'utf8')).toBe('belongs to somebody else');
    expect(await readdir(desk.folder)).toHaveLength(3);
  });

  it('tells which variant characters a Shift_JIS file could not carry', async () => {
    const japanese = await deskForTests(connection(), { encoding: 'shift_jis' });
    try {
      japanese.service.behave((request) =>
        verifiedAnswer(request, {
          person: { name: '辻\u{E0101}　𠮷子', kana: 'ツジ　ヨシコ', sex: '2', birthDate: '1985-04-07' },
        }),
      );
      const visit = await japanese.open();
      await japanese.identify(visit);
      const arrival = await japanese.arrival(visit.visitId);
      expect(arrival.person?.name).toBe('辻\u{E0101}　𠮷子');
      expect(arrival.substitutions).toEqual([
        { character: '辻\u{E0101}', replacedBy: '辻', where: 'Name' },
        { character: '𠮷', replacedBy: '●', where: 'Name' },
      ]);
      expect(codes(arrival)).toEqual(['variant-characters-substituted']);
    } finally {
      await japanese[Symbol.asyncDispose]();
    }
  });

  it.each([
    ['2', { lostOn: '2026-10-01', reasonOfLoss: '03' as const }, 'coverage-lost-insurance-changed'],
    ['2', { lostOn: '2026-10-01', reasonOfLoss: '99' as const }, 'coverage-lost'],
    ['3', {}, 'newer-coverage-exists'],
    ['4', {}, 'no-coverage-found'],
    ['5', {}, 'several-coverages-found'],
    ['6', {}, 'no-medical-ticket'],
    ['1', { cardClassification: '05' as const }, 'pays-in-full'],
  ] as const)('says why and what to do at validity %s %o', async (validity, change, code) => {
    desk.service.behave((request) => {
      const answer = verifiedAnswer(request);
      return {
        ...answer,
        validity,
        coverages: validity === '4' ? [] : answer.coverages.map((coverage) => ({ ...coverage, ...change })),
      };
    });
    const visit = await desk.open();
    expect(await desk.identify(visit)).toMatchObject({ status: 'accepted', validity, staffNeeded: true });
    const arrival = await desk.arrival(visit.visitId);
    expect(arrival.attention).toMatchObject([{ code }]);
    expect(arrival.attention[0]?.action.ja.length).toBeGreaterThan(10);
    expect(arrival.fileName).not.toBeNull();
  });

  it('notes a certificate in grace in the file and for staff', async () => {
    desk.service.behave((request) =>
      verifiedAnswer(request, {
        certificate: { status: 'in-grace', expiresOn: '2026-10-20' },
        notes: [{ code: 'certificate-in-grace' }],
      }),
    );
    const visit = await desk.open();
    await desk.identify(visit);
    const arrival = await desk.arrival(visit.visitId);
    expect(codes(arrival)).toEqual(['certificate-in-grace']);
    const file = readFaceResult(await readFile(join(desk.folder, arrival.fileName ?? '')));
    expect(file).toMatchObject({ value: { note: { code: 'R110' } } });
  });
});

describe('the visit-api', () => {
  it('refuses a statement of another visit and lets the right one follow (replay of an identification)', async () => {
    const [first, second] = [await desk.open(tokens.one), await desk.open(tokens.two)];
    expect(await desk.identify(first, { nonce: second.nonce })).toEqual({
      status: 'refused',
      reasons: [{ code: 'statement-of-another-visit' }],
    });
    expect(await desk.identify(first, { aud: 'urn:honnin:service:residence' })).toMatchObject({
      status: 'refused',
    });
    expect(desk.service.requests).toEqual([]);
    expect(await desk.identify(first)).toMatchObject({ status: 'accepted' });
  });

  it('refuses a staff check that no member of staff made (a terminal that vouches for itself)', async () => {
    const visit = await desk.open();
    const staff = { id: 'sato', at: '2026-11-24T00:15:10.000Z' };
    expect(await desk.identify(visit, { method: 'staff', staff })).toEqual({
      status: 'refused',
      reasons: [{ code: 'staff-not-confirmed' }],
    });
    expect(desk.service.requests).toEqual([]);
  });

  it('knows no terminal without its token, and shows no terminal the visit of another', async () => {
    const visit = await desk.open();
    const url = `/v1/visits/${visit.visitId}/help`;
    const body = { reason: { code: 'camera-missing' } };
    expect((await desk.post(url, body, 'wrong')).statusCode).toBe(401);
    expect((await desk.post(url, body, `${tokens.one}x`)).statusCode).toBe(401);
    expect((await desk.post(url, body, tokens.two)).statusCode).toBe(404);
    expect((await desk.post('/v1/visits', { terminalId: 'terminal-2' })).statusCode).toBe(403);
    expect((await desk.post(url, body)).statusCode).toBe(204);
  });

  it('answers malformed and oversized bodies with a code, a number and what to do', async () => {
    const visit = await desk.open();
    const url = `/v1/visits/${visit.visitId}/identification`;
    expect((await desk.post(url, { statement: 5 })).json()).toMatchObject({
      code: 'request-malformed',
      number: 'R307',
    });
    const large = await desk.post(url, { statement: 'x'.repeat(200_000), consents: [] });
    expect([large.statusCode, large.json()]).toMatchObject([413, { code: 'request-too-large' }]);
    const unknown = await desk.post("/v1/visits/'; drop table reception.visit;--/end", {
      reasons: [{ code: 'a' }],
    });
    expect(unknown.statusCode).toBe(404);
  });

  it('lets staff decide at the terminal: the long poll ends at once, and the staff check is accepted', async () => {
    const visit = await desk.open();
    await desk.post(`/v1/visits/${visit.visitId}/help`, { reason: { code: 'card-has-no-photo' } });
    const wanted = await desk.arrival(visit.visitId);
    expect(wanted.state).toBe('help-wanted');
    expect(codes(wanted)).toEqual(['help-wanted', 'card-has-no-photo']);

    const startedAt = performance.now();
    const poll = desk.app.inject({
      url: `/v1/visits/${visit.visitId}/staff-decision?waitSeconds=20`,
      headers: { authorization: `Bearer ${tokens.one}` },
    });
    const cookie = await desk.signIn();
    const decide = () =>
      desk.app.inject({
        method: 'POST',
        url: `/staff/visits/${visit.visitId}/decision`,
        headers: { cookie, origin, host: 'desk.example' },
        payload: { decision: 'confirmed' },
      });
    expect((await decide()).statusCode).toBe(204);
    expect((await poll).json()).toMatchObject({ decision: 'confirmed', staffId: 'sato' });
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect((await decide()).statusCode).toBe(409);

    const staff = { id: 'sato', at: '2026-11-24T00:15:10.000Z' };
    expect(await desk.identify(visit, { method: 'staff', staff })).toMatchObject({ status: 'accepted' });
    expect(await desk.arrival(visit.visitId)).toMatchObject({
      state: 'done',
      method: 'staff',
      attention: [],
    });
  });

  it('answers a poll with pending when nobody decides', async () => {
    const visit = await desk.open();
    const poll = await desk.app.inject({
      url: `/v1/visits/${visit.visitId}/staff-decision?waitSeconds=0`,
      headers: { authorization: `Bearer ${tokens.one}` },
    });
    expect(poll.json()).toEqual({ decision: 'pending' });
  });
});

describe('the staff API', () => {
  const post = (url: string, headers: Record<string, string>, payload?: object) =>
    desk.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });

  it('shows nothing without a session, nor after signing out', async () => {
    expect((await desk.app.inject('/staff/arrivals')).statusCode).toBe(401);
    expect((await desk.app.inject('/staff/arrivals/stream')).statusCode).toBe(401);
    const cookie = await desk.signIn();
    expect((await desk.app.inject({ url: '/staff/session', headers: { cookie } })).json()).toEqual({
      staff: { id: 'sato', name: '佐藤' },
      institution: { code: '1319999991', name: '例示病院' },
    });
    await desk.app.inject({
      method: 'DELETE',
      url: '/staff/session',
      headers: { cookie, origin, host: 'desk.example' },
    });
    expect((await desk.app.inject({ url: '/staff/arrivals', headers: { cookie } })).statusCode).toBe(401);
  });

  it('ends a session after its time', async () => {
    const cookie = await desk.signIn();
    desk.later(13 * 3_600_000);
    expect((await desk.app.inject({ url: '/staff/arrivals', headers: { cookie } })).statusCode).toBe(401);
  });

  it('refuses what another site sends with the cookie (cross-site request forgery)', async () => {
    const visit = await desk.open();
    const cookie = await desk.signIn();
    const url = `/staff/visits/${visit.visitId}/seen`;
    const host = 'desk.example';
    expect((await post(url, { cookie, host, origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post(url, { cookie, host })).statusCode).toBe(403);
    expect((await post(url, { cookie, host, origin: 'null' })).statusCode).toBe(403);
    const read = { url: '/staff/arrivals', headers: { cookie, host, 'sec-fetch-site': 'cross-site' } };
    expect((await desk.app.inject(read)).statusCode).toBe(403);
    expect((await post(url, { cookie, host, origin })).statusCode).toBe(204);
    expect((await desk.arrival(visit.visitId)).seen).toBe(true);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await post('/staff/session', { origin, host: 'desk.example' }, { staffId: 'sato' });
    expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/);
    const nobody = await post('/staff/session', { origin, host: 'desk.example' }, { staffId: 'nobody' });
    expect(nobody.statusCode).toBe(404);
  });

  it('streams a snapshot, then each change of a visit, and ends with the session', async () => {
    const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
    const cookie = await desk.signIn();
    const response = await fetch(`${address}/staff/arrivals/stream`, { headers: { cookie } });
    const events = eventsOf(response);
    expect((await events.next()).value).toMatchObject({ event: 'snapshot' });
    const visit = await desk.open();
    const untilState = async (wanted: string) => {
      const states: string[] = [];
      while (states.at(-1) !== wanted) {
        const { value, done } = await events.next();
        if (done === true) throw new Error(`the stream ended before ${wanted}`);
        const arrival = value.data as Arrival;
        if (value.event === 'arrival' && arrival.visitId === visit.visitId) states.push(arrival.state);
      }
      return states;
    };
    expect(await untilState('identifying')).toEqual(['identifying']);
    await desk.identify(visit);
    expect(new Set(await untilState('done'))).toEqual(new Set(['looking-up', 'done']));
    await fetch(`${address}/staff/session`, { method: 'DELETE', headers: { cookie, origin: address } });
    expect((await events.next()).done).toBe(true);
  });

  it('ends a stream when the time of its session is over (a console left open)', async () => {
    if (typeof database === 'string') throw new Error(database);
    await using own = await deskForTests(database.connectionString, { times: { pingMs: 50 } });
    const address = await own.app.listen({ port: 0, host: '127.0.0.1' });
    const cookie = await own.signIn();
    const events = eventsOf(await fetch(`${address}/staff/arrivals/stream`, { headers: { cookie } }));
    expect((await events.next()).value).toMatchObject({ event: 'snapshot' });
    expect((await events.next()).value).toMatchObject({ event: 'ping' });
    own.later(13 * 3_600_000);
    const rest: string[] = [];
    for await (const { event } of events) rest.push(event);
    expect(rest.length).toBeLessThan(5);
  });

  it('closes although a stream and a long poll are open', async () => {
    const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
    const cookie = await desk.signIn();
    const visit = await desk.open();
    const stream = await fetch(`${address}/staff/arrivals/stream`, { headers: { cookie } });
    const poll = fetch(`${address}/v1/visits/${visit.visitId}/staff-decision?waitSeconds=30`, {
      headers: { authorization: `Bearer ${tokens.one}` },
    }).then((response) => response.json());
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = performance.now();
    await desk.app.close();
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(await poll).toEqual({ decision: 'pending' });
    await stream.text();
  });
});

async function* eventsOf(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const [event, data] = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      yield { event: (event ?? '').slice(7), data: JSON.parse((data ?? '').slice(6)) };
    }
  }
}

describe('the database', () => {
  it('is refused when a newer version has been at it', async () => {
    const client = new pg.Client({ connectionString: connection() });
    await client.connect();
    await client.query('insert into reception.migration (version) values (99)');
    try {
      await expect(deskForTests(connection())).rejects.toThrow('database-newer');
    } finally {
      await client.query('delete from reception.migration where version = 99');
      await client.end();
    }
  });

  it('is told as such when it cannot be reached', async () => {
    await expect(deskForTests('postgresql://nobody@127.0.0.1:1/none')).rejects.toThrow(
      'database-unreachable',
    );
  });
});
