import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedVisit, VisitResult } from '@honnin/identification/visit-api';
import Fastify, { type FastifyInstance } from 'fastify';
import { createReception, type Reception, type ReceptionOptions } from '../src/index.ts';
import type { Arrival } from '../src/staff-api.ts';
import { type PlayedService, playEligibilityService } from './eligibility-service.ts';
import { statementWith } from './statement.ts';

export const tokens = {
  one: 'terminal-token-one-0123456789abcdef',
  two: 'terminal-token-two-0123456789abcdef',
};
const serviceToken = 'institution-token';
export const origin = 'http://desk.example';

/** A reception with a played eligibility service and a folder of its own, and the calls that tests make. */
export interface TestDesk extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly service: PlayedService;
  readonly folder: string;
  readonly reception: Reception;
  /** Moves the clock on. */
  later(ms: number): void;
  open(token?: string): Promise<OpenedVisit>;
  identify(visit: OpenedVisit, change?: object): Promise<VisitResult>;
  post(
    path: string,
    body: object | undefined,
    token?: string,
  ): Promise<{ statusCode: number; json: () => unknown }>;
  signIn(): Promise<string>;
  arrivals(cookie?: string): Promise<Arrival[]>;
  arrival(visitId: string): Promise<Arrival>;
}

export async function deskForTests(
  connectionString: string,
  change: Partial<ReceptionOptions> & { folder?: string; startAt?: string } = {},
): Promise<TestDesk> {
  const { folder: given, startAt, ...options } = change;
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'honnin-folder-')));
  await mkdir(folder, { recursive: true });
  const service = await playEligibilityService(serviceToken);
  let now = Date.parse(startAt ?? '2026-11-24T00:15:00.000Z');
  const silent = () => undefined;
  const started = await createReception({
    connectionString,
    eligibility: { url: service.url, token: serviceToken },
    institution: { code: '1319999991', name: '例示病院' },
    terminals: [
      { id: 'terminal-1', name: '入口', token: tokens.one },
      { id: 'terminal-2', name: '会計', token: tokens.two },
    ],
    staff: [{ id: 'sato', name: '佐藤' }],
    hospitalFolder: folder,
    encoding: 'utf-8',
    clock: () => new Date(now),
    random: randomBytes,
    log: { info: silent, warn: silent, error: silent },
    ...options,
    times: { lookUpMs: 1500, sweepMs: 3_600_000, ...options.times },
  });
  if (started.status === 'failed') {
    await service[Symbol.asyncDispose]();
    if (given === undefined) await rm(folder, { recursive: true, force: true });
    throw new Error(started.reason.code);
  }
  const reception = started.value;
  const app = Fastify();
  await app.register(reception.routes);
  let cookie: string | undefined;

  const post: TestDesk['post'] = (url, body, token = tokens.one) =>
    app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { payload: body }),
    });
  const signIn = async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/staff/session',
      headers: { origin, host: 'desk.example' },
      payload: { staffId: 'sato' },
    });
    return String(response.headers['set-cookie']).split(';')[0] ?? '';
  };
  const arrivals: TestDesk['arrivals'] = async (session) => {
    cookie ??= await signIn();
    const response = await app.inject({ url: '/staff/arrivals', headers: { cookie: session ?? cookie } });
    return response.json();
  };
  return {
    app,
    service,
    folder,
    reception,
    later: (ms) => {
      now += ms;
    },
    async open(token = tokens.one) {
      const terminalId = token === tokens.one ? 'terminal-1' : 'terminal-2';
      return (await post('/v1/visits', { terminalId }, token)).json() as OpenedVisit;
    },
    async identify(visit, claims = {}) {
      const statement = statementWith({ nonce: visit.nonce, ...claims });
      const response = await post(`/v1/visits/${visit.visitId}/identification`, { statement, consents: [] });
      return response.json() as VisitResult;
    },
    post,
    signIn,
    arrivals,
    async arrival(visitId) {
      const found = (await arrivals()).find((arrival) => arrival.visitId === visitId);
      if (found === undefined) throw new Error('no such arrival');
      return found;
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await reception[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
