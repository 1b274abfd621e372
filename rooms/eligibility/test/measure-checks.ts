// Measures checks a second over HTTP on this machine, and the processor time of each:
// node --import tsx rooms/eligibility/test/measure-checks.ts [checks] [persons]
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEligibilityService,
  defaultEligibilityPolicy,
  seedCountry,
  startEmbeddedPostgres,
  verifyAudit,
} from '@honnin/eligibility';
import { pino } from 'pino';
import { processesInFolder } from '../src/postgres/running-process.ts';
import { silentLog } from './silent-log.ts';
import { hospital, makeCountry, makeRequest, makeStatement, now } from './test-country.ts';

const [checks, persons] = [Number(process.argv[2] ?? 2_000), Number(process.argv[3] ?? 20_000)];
const random = (length: number) => new Uint8Array(randomBytes(length));

function value<T>(attempt: { status: 'done'; value: T } | { status: 'failed'; reason: { code: string } }): T {
  if (attempt.status === 'failed') throw new Error(attempt.reason.code);
  return attempt.value;
}

/** Processor time of the processes whose working folder is the cluster's, in microseconds (proc(5)). */
async function databaseTime(): Promise<number> {
  let ticks = 0;
  for (const pid of await processesInFolder(join(folder, 'postgres', 'data'))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  return ticks * 10_000;
}

const folder = await mkdtemp(join(tmpdir(), 'honnin-measure-'));
const postgres = value(await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: silentLog }));
const country = await makeCountry();
const service = value(
  await createEligibilityService({
    connectionString: postgres.connectionString,
    anchors: {
      terminal: [country.authority.anchors.terminal],
      authentication: [country.authority.anchors.authentication],
    },
    revocation: country.revocation,
    policy: defaultEligibilityPolicy,
    clock: () => now,
    random,
    log: pino({ level: 'warn' }),
    requestsPerMinute: 1e9,
  }),
);
value(await service.load(country.records));
const seeding = performance.now();
for (const slice of seedCountry({ persons, random, year: 2026 })) value(await service.load(slice));
const seeded = performance.now() - seeding;
const { url } = value(await service.listen({ host: '127.0.0.1', port: 0 }));

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send(body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const message = httpRequest(
      `${url}/v1/eligibility/checks`,
      {
        method: 'POST',
        agent,
        headers: { authorization: `Bearer ${hospital.token}`, 'content-type': 'application/json' },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve(text));
      },
    );
    message.on('error', reject).end(body);
  });
}

async function measure(atOnce: number): Promise<void> {
  const bodies: string[] = [];
  for (let n = 0; n < checks; n += 1) {
    const statement = await makeStatement({ card: country.cards.valid, terminal: country.terminal });
    bodies.push(JSON.stringify(makeRequest(statement)));
  }
  const latencies: number[] = [];
  const [database, node, start] = [await databaseTime(), process.cpuUsage(), performance.now()];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
        const sent = performance.now();
        const text = await send(body);
        latencies.push(performance.now() - sent);
        if (!text.startsWith('{"status":"verified"')) throw new Error(text);
      }
    }),
  );
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(node);
  const databaseUs = (await databaseTime()) - database;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)]?.toFixed(1);
  console.log(
    JSON.stringify({
      atOnce,
      checksPerSecond: Math.round(checks / (ms / 1000)),
      nodeUsPerCheck: Math.round((user + system) / checks),
      databaseUsPerCheck: Math.round(databaseUs / checks),
      medianMs: at(0.5),
      p99Ms: at(0.99),
    }),
  );
}

console.log(JSON.stringify({ checks, persons, seedMs: Math.round(seeded) }));
await measure(1);
for (const atOnce of [1, 8, 32, 64]) await measure(atOnce);
const audit = performance.now();
const { status, rows } = await verifyAudit(service.pool);
console.log(JSON.stringify({ audit: status, rows, verifyMs: Math.round(performance.now() - audit) }));
agent.destroy();
await service[Symbol.asyncDispose]();
await postgres[Symbol.asyncDispose]();
await rm(folder, { recursive: true, force: true });
