import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type PrivatePcscd, parseCardRecord, startPrivatePcscd } from '@honnin/card-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putCardOnFile } from '../../test/card-on-file.ts';

const bin = fileURLToPath(new URL('../../bin/honnin.mjs', import.meta.url));
/** Where Debian and others put OpenSC's PKCS #11 module. */
const module = [
  ...['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].map((triplet) => `/usr/lib/${triplet}opensc-pkcs11.so`),
  '/usr/lib64/opensc-pkcs11.so',
].find((file) => existsSync(file));

let folder: string;
let onFile: Awaited<ReturnType<typeof putCardOnFile>>;
let pcscd: PrivatePcscd;
let skip: string | null = null;
let simulator: ReturnType<typeof spawn>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-'));
  onFile = await putCardOnFile(folder);
  const started = await startPrivatePcscd({ directory: path.join(folder, 'pcscd') });
  if (started.status === 'done') pcscd = started.value;
  else skip = `${started.reason.code}: ${started.reason.detail ?? ''}`;
  if (module === undefined) skip ??= 'OpenSC is not installed: apt-get install opensc opensc-pkcs11';
  // The vpcd's port exists inside the private service's network only: the command has to be started in there.
  if (skip === null && spawnSync('nsenter', [...inside(), 'true']).status !== 0)
    skip = 'nsenter is not permitted';
  if (skip !== null) return;
  simulator = spawn(
    'nsenter',
    [
      ...[...inside(), process.execPath, bin, 'card', 'simulate'],
      ...['--card', onFile.card, '--vpcd', '127.0.0.1:35963', '--json'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  simulator.stdout?.setEncoding('utf8').on('data', (part: string) => (said += part));
  for (let turn = 0; turn < 600 && !said.includes('laid'); turn += 1) await sleep(50);
  expect(JSON.parse(said)).toEqual({ status: 'laid', card: onFile.card, vpcd: '127.0.0.1:35963' });
  for (let turn = 0; turn < 50 && (await tool('opensc-tool', '--name')).includes('FAILED'); turn += 1)
    await sleep(100);
});

const inside = () => ['--target', String(pcscd.processId), '--net'];

beforeEach((ctx) => {
  if (skip !== null) ctx.skip(skip);
});

afterAll(async () => {
  await pcscd?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a tool of OpenSC against the card; a failed run gives its output too. */
function tool(name: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, PCSCLITE_CSOCK_NAME: pcscd.socketName, LANG: 'C' };
  return promisify(execFile)(name, args, { env, timeout: 20_000 }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stdout?: string; stderr?: string; message: string }) =>
      `FAILED ${error.message} ${error.stdout ?? ''}${error.stderr ?? ''}`,
  );
}

/** Signs a message by PKCS #11 into a file. */
async function sign(slot: number, pin: string): Promise<string> {
  await writeFile(path.join(folder, 'message'), 'message to sign');
  return tool(
    ...(['pkcs11-tool', '--module', module ?? '', '--slot-index', String(slot), '--login'] as const),
    ...['--pin', pin, '--sign', '--mechanism', 'SHA256-RSA-PKCS'],
    ...['-i', path.join(folder, 'message'), '-o', path.join(folder, 'signature')],
  );
}

/** What the openssl command thinks of the signature under a certificate's key. */
async function judge(certificate: string): Promise<string> {
  const [pem, key] = [path.join(folder, 'certificate.pem'), path.join(folder, 'key.pem')];
  await writeFile(pem, certificate);
  const { stdout } = await promisify(execFile)('openssl', ['x509', '-in', pem, '-noout', '-pubkey']);
  await writeFile(key, stdout);
  return tool(
    ...(['openssl', 'dgst', '-sha256', '-verify', key] as const),
    ...['-signature', path.join(folder, 'signature'), path.join(folder, 'message')],
  );
}

describe('OpenSC against `honnin card simulate --vpcd`', () => {
  it('opensc-tool recognises the card', async () => {
    expect(await tool('opensc-tool', '--name')).toContain('jpki');
    expect(await tool('opensc-tool', '--list-readers')).toMatch(/0\s+Yes/);
  });

  it('pkcs15-tool lists and reads certificates, and the PINs with their counters', async () => {
    const list = await tool('pkcs15-tool', '--list-certificates');
    for (const name of ['User Authentication Certificate', 'Digital Signature Certificate'])
      expect(list).toContain(`[${name}]`);
    expect(await tool('pkcs15-tool', '--read-certificate', '1')).toContain('BEGIN CERTIFICATE');
    expect(await tool('pkcs15-tool', '--list-pins')).toMatch(/Tries left\s+: 3[\s\S]*Tries left\s+: 5/);
  });

  it('pkcs11-tool lists slots and objects, signs with both keys, and openssl verifies', async () => {
    expect(await tool('pkcs11-tool', '--module', module ?? '', '--list-slots')).toContain('JPKI');
    expect(await tool('pkcs11-tool', '--module', module ?? '', '--list-objects')).toContain(
      'Certificate Object',
    );
    expect(await sign(0, '1234')).not.toContain('FAILED');
    expect(await judge(await tool('pkcs15-tool', '--read-certificate', '1'))).toContain('Verified OK');
    expect(await sign(1, 'ABC123')).not.toContain('FAILED');
    const own = await tool(
      'pkcs15-tool',
      '--verify-pin',
      '--auth-id',
      '2',
      '--pin',
      'ABC123',
      '--read-certificate',
      '2',
    );
    expect(await judge(own.slice(own.indexOf('-----BEGIN')))).toContain('Verified OK');
  });

  it('a wrong PIN counts down and locks, and the card’s file knows it once the card is taken away', async () => {
    for (const left of [2, 1, 0]) {
      expect(await sign(0, '9999')).toContain('CKR_PIN_INCORRECT');
      expect(await tool('pkcs15-tool', '--list-pins')).toContain(`Tries left     : ${left}`);
    }
    expect(await sign(0, '1234')).toContain('FAILED');
    expect(await tool('pkcs11-tool', '--module', module ?? '', '--list-slots')).toContain('user PIN locked');
    const ended = new Promise((resolve) => simulator.once('close', resolve));
    simulator.kill('SIGINT');
    expect(await ended).toBe(0);
    const kept = parseCardRecord(JSON.parse(await readFile(onFile.card, 'utf8')));
    const jpki =
      kept.status === 'done' ? kept.value.applications.find(({ name }) => name === 'jpki') : undefined;
    expect(jpki?.secrets.map(({ id, triesLeft }) => [id, triesLeft])).toEqual([
      ['0018', 0],
      ['001B', 5],
    ]);
  });
});
