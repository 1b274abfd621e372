import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type PrivatePcscd, startPrivatePcscd } from '@honnin/card-simulator';
import { OpenedVisit, VisitResult } from '@honnin/identification/visit-api';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HonninProcess, processesWith, runHonnin, startHonnin } from '../../test/run-honnin.ts';
import { makeSmallCountry, type SmallCountry } from '../../test/small-country.ts';
import { freePort } from '../demo/free-port.ts';

const machines = ['eligibility', 'reception', 'terminal'] as const;
type Machine = (typeof machines)[number];

let country: SmallCountry;
let config: string;
let pcscd: PrivatePcscd | null = null;
const ports: Record<Machine, number> = { eligibility: 0, reception: 0, terminal: 0 };
const running = new Map<Machine, HonninProcess>();

const dataOf = (machine: Machine) => path.join(country.folder, `machine-${machine}`);
const urlOf = (machine: Machine) => `http://127.0.0.1:${ports[machine]}`;
const environment = () => (pcscd === null ? {} : { PCSCLITE_CSOCK_NAME: pcscd.socketName });

function processOf(machine: Machine): HonninProcess {
  const found = running.get(machine);
  if (found === undefined) throw new Error(`${machine} does not run`);
  return found;
}

async function openVisit(token = country.terminalToken): Promise<Response> {
  return fetch(`${urlOf('reception')}/v1/visits`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ terminalId: 'counter-1' }),
  });
}

async function visit(): Promise<VisitResult> {
  const opened = await openVisit();
  expect(opened.status).toBe(201);
  const visit = Parse(OpenedVisit, await opened.json());
  const answer = await fetch(`${urlOf('reception')}/v1/visits/${visit.visitId}/identification`, {
    method: 'POST',
    headers: { authorization: `Bearer ${country.terminalToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ statement: await country.statement(visit), consents: [] }),
  });
  expect(answer.status).toBe(200);
  return Parse(VisitResult, await answer.json());
}

describe('the three services, each as on its own machine', () => {
  beforeAll(async () => {
    for (const machine of machines) ports[machine] = await freePort();
    country = await makeSmallCountry(ports);
    config = await country.configure({ services: country.services });
    const started = await startPrivatePcscd({ directory: path.join(country.folder, 'pcscd') });
    if (started.status === 'done') pcscd = started.value;
  });

  afterAll(async () => {
    for (const { child } of running.values()) child.kill('SIGKILL');
    await Promise.all([...running.values()].map(({ ended }) => ended));
    await pcscd?.[Symbol.asyncDispose]();
    await country?.[Symbol.asyncDispose]();
  });

  it('loads a country of one person before the service first runs', async () => {
    const file = path.join(country.folder, 'country.json');
    const loaded = await runHonnin(['eligibility', 'load', file, '--data', dataOf('eligibility')]);
    expect(loaded).toEqual({
      code: 0,
      output: 'loaded 1 institutions, 1 people, 1 certificates, 1 coverages\n',
    });
  });

  it.for(machines)('%s starts, and its /health says ok', async (machine, ctx) => {
    if (machine === 'terminal' && !existsSync(country.services.terminal.models))
      return ctx.skip('the face models are not fetched');
    const started = startHonnin(
      [machine, 'serve', '--config', config, '--data', dataOf(machine)],
      environment(),
    );
    running.set(machine, started);
    await started.writes('Ctrl-C stops it.');
    const health = await fetch(`${urlOf(machine)}/health`);
    const withoutReader = machine === 'terminal' && pcscd === null;
    expect(await health.json()).toEqual({
      status: withoutReader ? expect.stringMatching(/^reader-/) : 'ok',
    });
    expect(health.status).toBe(withoutReader ? 503 : 200);
  });

  it('seeds people while the service runs, and shows how far it is', async () => {
    const seeded = await runHonnin([
      'eligibility',
      'seed',
      '--persons',
      '4500',
      '--data',
      dataOf('eligibility'),
    ]);
    expect(seeded.code).toBe(0);
    expect(seeded.output).toMatch(/2000 of 4500 people.*\n.*4000 of 4500 people.*\n.*4500 of 4500 people/);
  });

  it('refuses a visit without the terminal’s token', async () => {
    expect((await openVisit('x'.repeat(32))).status).toBe(401);
  });

  it('receives a visit, and hands its file over', async () => {
    expect(await visit()).toMatchObject({ status: 'accepted', validity: '1', personName: '見本　太郎' });
    expect(await readdir(path.join(country.folder, 'hospital'))).toEqual([
      expect.stringMatching(/^OQSsiquc01res_face_.*\.xml$/),
    ]);
  });

  it('refuses a stolen card as soon as the authority’s new list lies in its place', async () => {
    await country.publishRevocationList('with the card');
    expect(await visit()).toMatchObject({
      status: 'refused',
      reasons: [expect.objectContaining({ code: 'certificate-revoked' })],
    });
  });

  it('neither accepts nor refuses while the list is missing', async () => {
    await country.publishRevocationList('nothing at all');
    expect(await visit()).toMatchObject({
      status: 'undetermined',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'revocation-unknown' })]),
    });
    await country.publishRevocationList('with the card');
  });

  it('serves the console at reception, and the kiosk with its token at the terminal', async (ctx) => {
    const console = await fetch(`${urlOf('reception')}/console/`);
    expect(console.headers.get('content-type')).toContain('text/html');
    expect(console.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await fetch(`${urlOf('reception')}/kiosk/`)).status).toBe(404);
    if (!running.has('terminal')) return ctx.skip('the face models are not fetched');
    const kiosk = await fetch(`${urlOf('terminal')}/kiosk/`);
    expect(kiosk.headers.get('content-type')).toContain('text/html');
    expect(await (await fetch(`${urlOf('terminal')}/kiosk/session.json`)).json()).toEqual({
      token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      demo: false,
    });
  });

  it('tells by honnin doctor that each is well', async (ctx) => {
    if (!running.has('terminal') || pcscd === null) return ctx.skip('no face models or no virtual reader');
    const { output } = await runHonnin(['doctor', '--json', '--config', config], environment());
    const { findings } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    for (const name of [
      'eligibility service',
      'reception service',
      'terminal service',
      'eligibility, from here',
      'reception, from here',
      'cards’ revocation list',
      'terminals’ revocation list',
      'terminal certificate',
    ])
      expect(findings).toContainEqual(expect.objectContaining({ name, status: 'ok', toDo: '' }));
  });

  it.for(machines)('%s ends at Ctrl-C, also when npm passes it on a second time', async (machine, ctx) => {
    if (machine === 'terminal' && !running.has(machine)) return ctx.skip('the face models are not fetched');
    const { child, ended, output } = processOf(machine);
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 10);
    const code = await ended;
    running.delete(machine);
    // "stopped" is said when nothing is left to stop. A signal that arrives later still, when Node.js has let go
    // of its handlers, can only end a process that is done.
    expect(output()).toMatch(/stopping …\nstopped\n$/);
    expect([0, 'SIGINT']).toContain(code);
  });

  it('leaves nothing running, and a whole and sealed audit log', async () => {
    expect(processesWith(`${country.folder}/machine-`)).toEqual([]);
    const words = ['audit', 'verify', '--json', '--data', dataOf('eligibility')];
    const verified = await runHonnin([...words, '--config', config]);
    expect(JSON.parse(verified.output)).toMatchObject({ status: 'verified', rows: 3, findings: [] });
    const withoutKey = await runHonnin([...words, '--config', path.join(country.folder, 'none.json')]);
    expect(JSON.parse(withoutKey.output)).toMatchObject({ status: 'undetermined' });
    expect(processesWith(`${country.folder}/machine-`)).toEqual([]);
  });

  it('ends with exit code 1 when the database ends under it, and starts again', async () => {
    const words = ['eligibility', 'serve', '--config', config, '--data', dataOf('eligibility')];
    const first = startHonnin(words);
    running.set('eligibility', first);
    await first.writes('Ctrl-C stops it.');
    const [server] = processesWith('bin/postgres -D').filter((line) => line.includes(country.folder));
    process.kill(Number.parseInt(server ?? '', 10), 'SIGKILL');
    expect({ code: await first.ended, output: first.output() }).toEqual({
      code: 1,
      output: expect.stringContaining('database-ended'),
    });
    const second = startHonnin(words);
    running.set('eligibility', second);
    await second.writes('Ctrl-C stops it.');
    // A killed process leaves its database behind; the next start takes care of it.
    second.child.kill('SIGKILL');
    await second.ended;
    const third = startHonnin(words);
    running.set('eligibility', third);
    await third.writes('Ctrl-C stops it.');
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
    running.delete('eligibility');
    expect(processesWith(`${country.folder}/machine-`)).toEqual([]);
  });

  it('says by honnin doctor which service does not answer, and what to do', async () => {
    const { code, output } = await runHonnin(['doctor', '--json', '--config', config]);
    expect(code).toBe(1);
    const { findings } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    expect(findings).toContainEqual({
      name: 'eligibility service',
      status: 'missing',
      found: `${urlOf('eligibility')}: ECONNREFUSED`,
      toDo: 'start it: honnin eligibility serve',
    });
  });

  it.each(machines)('%s serve says where it looked when it is not configured, and ends', async (machine) => {
    const file = path.join(country.folder, 'none.json');
    const { code, output } = await runHonnin([
      machine,
      'serve',
      '--config',
      file,
      '--data',
      path.join(country.folder, 'idle'),
    ]);
    expect(code).toBe(1);
    expect(output).toContain('service-not-configured (H208)');
    expect(output).toContain(`${file}: /services/${machine}`);
  });
});
