import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createTestAuthority, parseCertificate, type TestAuthority } from '@honnin/pki';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type ServedAuthority, serveAuthority } from './serve-authority.ts';

const run = promisify(execFile);
let folder = '';
let authority: TestAuthority;
let served: ServedAuthority;
let serialNumber = '';
const file = (name: string) => path.join(folder, name);
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

async function needOpenssl(ctx: TestContext): Promise<void> {
  await run('openssl', ['version']).catch(() => ctx.skip('openssl is not installed'));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-authority-'));
  const now = new Date();
  authority = await createTestAuthority({ now });
  served = await serveAuthority(authority, () => new Date());
  const holder = await authority.issueAuthenticationCertificate({
    publicKey: createPublicKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    commonName: 'HOLDER',
    notBefore: new Date(now.getTime() - 86_400_000),
    notAfter: new Date(now.getTime() + 86_400_000),
  });
  const parsed = parseCertificate(holder);
  if (parsed.status === 'failed') throw new Error(parsed.reason.code);
  serialNumber = parsed.value.serialNumber;
  await writeFile(file('holder.pem'), pem(holder));
  await writeFile(file('authority.pem'), pem(authority.anchors.authentication.der));
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** openssl’s words, whether it is content or not. */
async function openssl(...words: string[]): Promise<string> {
  const { stdout, stderr } = await run('openssl', words).catch((error: unknown) => {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error)
      return { stdout: String(error.stdout), stderr: String(error.stderr) };
    throw error;
  });
  return stdout + stderr;
}

async function fetchList(): Promise<void> {
  const response = await fetch(`${served.url}/lists/authentication.crl`);
  expect(response.headers.get('content-type')).toBe('application/pkix-crl');
  await writeFile(file('list.der'), new Uint8Array(await response.arrayBuffer()));
  await openssl('crl', '-inform', 'DER', '-in', file('list.der'), '-out', file('list.pem'));
}

const ask = () =>
  openssl(
    ...['ocsp', '-url', `${served.url}/ocsp`, '-CAfile', file('authority.pem')],
    ...['-issuer', file('authority.pem'), '-cert', file('holder.pem')],
  );
const verify = () =>
  openssl(
    'verify',
    '-crl_check',
    '-CAfile',
    file('authority.pem'),
    '-CRLfile',
    file('list.pem'),
    file('holder.pem'),
  );

describe('the demo’s authority over HTTP, seen by openssl', () => {
  it('answers OCSP and offers a list, and a revocation shows at once in both', async (ctx) => {
    await needOpenssl(ctx);
    expect(await ask()).toMatch(/Response verify OK/);
    expect(await ask()).toMatch(/holder\.pem: good/);
    await fetchList();
    expect(await verify()).toMatch(/holder\.pem: OK/);
    const check = [
      'crl',
      '-inform',
      'DER',
      '-in',
      file('list.der'),
      '-noout',
      '-CAfile',
      file('authority.pem'),
    ];
    expect(await openssl(...check)).toMatch(/verify OK/);

    authority.revoke(serialNumber, new Date(Date.now() - 1000), { reason: 'key-compromise' });
    expect(await ask()).toMatch(/holder\.pem: revoked[\s\S]*keyCompromise/);
    await fetchList();
    expect(await verify()).toMatch(/certificate revoked/);
  });

  it('takes a question by GET, and turns others away', async () => {
    const get = await fetch(
      `${served.url}/ocsp/${encodeURIComponent(Buffer.from('no request').toString('base64'))}`,
    );
    // OCSP’s own malformedRequest, in a sound HTTP answer.
    expect(new Uint8Array(await get.arrayBuffer())).toEqual(Uint8Array.of(0x30, 3, 0x0a, 1, 1));
    expect((await fetch(`${served.url}/elsewhere`)).status).toBe(404);
    const flood = await fetch(`${served.url}/ocsp`, { method: 'POST', body: new Uint8Array(100_000) });
    expect(flood.status).toBe(404);
  });
});
