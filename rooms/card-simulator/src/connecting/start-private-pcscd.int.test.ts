import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { privatePcscdForTests } from '../../test/private-pcscd-for-tests.ts';
import { createTestCardIssuer, type TestCardIssuer } from '../../test/test-card-issuer.ts';
import { createVirtualCard } from '../card/virtual-card.ts';
import { startPrivatePcscd } from './start-private-pcscd.ts';

const run = promisify(execFile);
const simulator = fileURLToPath(new URL('../index.ts', import.meta.url));
const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

let issuer: TestCardIssuer;
let directory: string;
let skip: string | null = null;

beforeAll(async () => {
  const trial = await privatePcscdForTests();
  if ('skip' in trial) skip = trial.skip;
  else await trial.end();
  issuer = await createTestCardIssuer();
});

beforeEach(async (ctx) => {
  if (skip !== null) ctx.skip(skip);
  directory = await mkdtemp(join(tmpdir(), 'honnin-'));
});

afterEach(async () => {
  if (skip === null) await rm(directory, { recursive: true, force: true });
});

async function start() {
  const started = await startPrivatePcscd({ directory });
  if (started.status === 'failed') throw new Error(`${started.reason.code} ${started.reason.detail}`);
  return started.value;
}

/** Addresses that this machine listens on, from outside the namespaces (/proc/net/tcp, state 0A). */
async function listening(): Promise<readonly string[]> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === '0A')
    .map(([, local]) => local ?? '');
}

/** Whether any process runs with this text in its command line. */
async function runs(text: string): Promise<boolean> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.some((line) => line.includes(text));
}

describe('startPrivatePcscd', () => {
  it('listens on no port of the machine, and only this user reaches its socket', async () => {
    const before = await listening();
    await using pcscd = await start();
    const { record } = await issuer.issue();
    expect((await pcscd.insert(createVirtualCard(record))).status).toBe('done');
    const added = (await listening()).filter((address) => !before.includes(address));
    // vpcd's ports, 0x8C7B and 0x8C7C; other programs of the machine may come and go.
    expect(added.filter((address) => /:8C7[BC]$/.test(address))).toEqual([]);
    expect(existsSync(pcscd.socketName)).toBe(true);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
  });

  it('keeps two cards on two readers, and refuses a second card on one', async () => {
    await using pcscd = await start();
    const { record } = await issuer.issue();
    const [first, second] = pcscd.readerNames;
    expect((await pcscd.insert(createVirtualCard(record), first)).status).toBe('done');
    expect((await pcscd.insert(createVirtualCard(record), second)).status).toBe('done');
    expect(await pcscd.insert(createVirtualCard(record))).toMatchObject({
      reason: { code: 'slot-occupied' },
    });
  });

  it('leaves nothing behind when disposed of', async () => {
    const pcscd = await start();
    await pcscd[Symbol.asyncDispose]();
    expect(await readdir(directory)).toEqual([]);
    expect(await runs(directory)).toBe(false);
    expect(await pcscd.insert(createVirtualCard((await issuer.issue()).record))).toMatchObject({
      reason: { code: 'pcscd-ended' },
    });
  });

  it('says that pcscd has ended when it was killed under its cards', async () => {
    await using pcscd = await start();
    const { record } = await issuer.issue();
    await pcscd.insert(createVirtualCard(record));
    process.kill(pcscd.processId, 'SIGKILL');
    await vi.waitFor(
      async () =>
        expect(await pcscd.insert(createVirtualCard(record))).toMatchObject({
          reason: { code: 'pcscd-ended' },
        }),
      { timeout: 3_000 },
    );
    expect(await runs(join(directory, 'readers'))).toBe(false);
  });

  it('two instances in two folders do not disturb each other', async () => {
    await using pcscd = await start();
    const other = await privatePcscdForTests();
    if ('skip' in other) throw new Error(other.skip);
    expect(other.pcscd.socketName).not.toBe(pcscd.socketName);
    const { record } = await issuer.issue();
    expect((await other.pcscd.insert(createVirtualCard(record))).status).toBe('done');
    expect((await pcscd.insert(createVirtualCard(record))).status).toBe('done');
    await other.end();
  });

  it('a second one in the same folder is refused, and the first goes on', async () => {
    await using pcscd = await start();
    const second = await startPrivatePcscd({ directory });
    expect(second).toMatchObject({ reason: { code: 'pcscd-directory-unusable' } });
    expect((await pcscd.insert(createVirtualCard((await issuer.issue()).record))).status).toBe('done');
  });

  it('ends when its parent is killed with -9, and what is left does not stop the next start', async () => {
    const program = `import { startPrivatePcscd } from ${JSON.stringify(simulator)};
      const started = await startPrivatePcscd({ directory: ${JSON.stringify(directory)} });
      console.log(started.status);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line]: Buffer[] = await once(parent.stdout, 'data');
    expect(line?.toString().trim()).toBe('done');
    expect(await runs(join(directory, 'readers'))).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await vi.waitFor(async () => expect(await runs(join(directory, 'readers'))).toBe(false), {
      timeout: 5_000,
    });
    expect(existsSync(join(directory, 'run', 'pcscd.comm'))).toBe(true);
    await using again = await start();
    expect((await again.insert(createVirtualCard((await issuer.issue()).record))).status).toBe('done');
  });

  it('works for a user who is not root', async (ctx) => {
    if (process.getuid?.() !== 0) ctx.skip('this run is not root: every test of this file shows it');
    const allowed = await run('setpriv', [
      '--reuid=65534',
      '--regid=65534',
      '--clear-groups',
      'unshare',
      '-r',
      'true',
    ]).then(
      () => true,
      () => false,
    );
    if (!allowed) ctx.skip('this machine allows no unprivileged user namespaces, or has no setpriv');
    await chmod(directory, 0o777);
    // The checkout may lie where only root may enter: in a mount namespace it is also at a place of this test's.
    const seenAt = join(directory, 'checkout');
    await mkdir(seenAt);
    const program = `import { startPrivatePcscd } from ${JSON.stringify(join(seenAt, relative(checkout, simulator)))};
      const started = await startPrivatePcscd({ directory: ${JSON.stringify(join(directory, 'own'))} });
      console.log(started.status === 'done' ? 'done' : JSON.stringify(started.reason));
      if (started.status === 'done') await started.value[Symbol.asyncDispose]();`;
    const inNamespace = 'mount --bind "$1" "$2" && cd "$2" && shift 2 && exec "$@"';
    const { stdout } = await run('unshare', [
      ...['--mount', 'sh', '-c', inNamespace, 'sh', checkout, seenAt],
      ...['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
      ...[process.execPath, '--import', 'tsx', '--input-type=module', '--eval', program],
    ]);
    expect(stdout.trim()).toBe('done');
  });

  it('refuses a folder whose socket would have too long a path', async () => {
    const long = await startPrivatePcscd({ directory: join(directory, 'x'.repeat(100)) });
    expect(long).toMatchObject({ reason: { code: 'pcscd-directory-unusable' } });
  });
});
