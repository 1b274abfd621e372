import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { done } from '@honnin/outcome';
import { ExtendedKeyUsage, id_ce_extKeyUsage } from '@peculiar/asn1-x509';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { rawExtension } from '../../test/extensions.ts';
import { makeAuthority, makeParty, type Party } from '../../test/workshop.ts';
import { extensionOf } from '../certificate/encode-certificate.ts';
import { certificateIdOf, type IdentifierHash } from './certificate-id.ts';
import { createResponderRevocationSource } from './create-responder-revocation-source.ts';
import { encodeStatusResponse } from './encode-status-response.ts';
import { ocspId } from './ocsp-id.ts';
import { encodeStatusRequest } from './status-request.ts';

const run = promisify(execFile);
// openssl takes the time from the machine, and so do the certificates here.
const at = new Date();
const period = { notBefore: new Date(at.getTime() - 1e8), notAfter: new Date(at.getTime() + 1e9) };
const root = makeAuthority({ name: 'Root', ...period });
const [good, bad] = ['Good', 'Bad'].map((name) => makeParty({ name, issuer: root, ...period }));
const responder = makeParty({
  name: 'Responder',
  issuer: root,
  ...period,
  extensions: [
    extensionOf(id_ce_extKeyUsage, false, new ExtendedKeyUsage([ocspId.signing])),
    rawExtension(ocspId.noCheck, false, Uint8Array.of(5, 0)),
  ],
});
if (good === undefined || bad === undefined) throw new Error('no holders');

let folder = '';
const file = (name: string) => path.join(folder, name);
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

async function needOpenssl(ctx: TestContext): Promise<void> {
  await run('openssl', ['version']).catch(() => ctx.skip('openssl is not installed'));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-ocsp-'));
  for (const [name, party] of Object.entries({ root, good, bad, responder })) {
    await writeFile(file(`${name}.pem`), pem(party.certificate.der));
    await writeFile(file(`${name}.key`), party.key.export({ type: 'pkcs8', format: 'pem' }));
  }
  const day = (date: Date) => `${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`;
  const line = ({ certificate }: Party, state: string, revoked: string) =>
    [
      state,
      day(period.notAfter),
      revoked,
      certificate.serialNumber.toUpperCase(),
      'unknown',
      `/${certificate.subject.text}`,
    ].join('\t');
  const index = [line(good, 'V', ''), line(bad, 'R', `${day(period.notBefore)},keyCompromise`)];
  await writeFile(file('index.txt'), `${index.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

/** openssl as the responder. */
async function opensslAnswers(request: Uint8Array, more: readonly string[]): Promise<Uint8Array> {
  await writeFile(file('request.der'), request);
  const signer = ['-rsigner', file('responder.pem'), '-rkey', file('responder.key')];
  const input = ['-index', file('index.txt'), '-CA', file('root.pem'), '-reqin', file('request.der')];
  await run('openssl', [
    'ocsp',
    ...input,
    ...signer,
    '-respout',
    file('response.der'),
    '-ndays',
    '1',
    ...more,
  ]);
  return new Uint8Array(await readFile(file('response.der')));
}

const statusOf = (party: Party, more: readonly string[] = [], identifierHash: IdentifierHash = 'sha1') =>
  createResponderRevocationSource({
    fetchOctets: async (_, request) => done(await opensslAnswers(request?.body ?? new Uint8Array(), more)),
    random: (length) => new Uint8Array(length).fill(5),
    addressOf: () => 'http://127.0.0.1/',
    identifierHash,
  }).statusOf(party.certificate, root.certificate, new Date());

describe('openssl ocsp as the responder', () => {
  it('is understood: good, revoked with its reason, unknown', async (ctx) => {
    await needOpenssl(ctx);
    expect(await statusOf(good)).toMatchObject({ kind: 'good' });
    expect(await statusOf(good, ['-resp_key_id'], 'sha256')).toMatchObject({ kind: 'good' });
    expect(await statusOf(bad)).toMatchObject({ kind: 'revoked', reason: 'key-compromise' });
    const stranger = makeParty({ name: 'Stranger', issuer: root, ...period });
    expect(await statusOf(stranger)).toMatchObject({ reason: { code: 'status-not-known-to-responder' } });
  });

  it('is not believed without its certificate', async (ctx) => {
    await needOpenssl(ctx);
    expect(await statusOf(good, ['-resp_no_certs'])).toMatchObject({
      reason: { code: 'status-response-signature-invalid' },
    });
  });
});

describe('openssl ocsp as the one who asks', () => {
  /** What openssl makes of an answer of ours. */
  async function opensslReads(kind: 'good' | 'revoked', signer = responder): Promise<string> {
    const id = certificateIdOf('sha1', good?.certificate.serialNumber ?? '', root.certificate);
    const response = encodeStatusResponse({
      signer: signer.certificate,
      key: signer.key,
      producedAt: at,
      answers: [
        {
          id,
          status: kind === 'good' ? { kind } : { kind, at, reason: 'superseded' },
          thisUpdate: at,
          nextUpdate: new Date(at.getTime() + 3_600_000),
        },
      ],
      nonce: null,
      certificates: [signer.certificate],
    });
    await writeFile(file('own.der'), response);
    const asked = ['-issuer', file('root.pem'), '-cert', file('good.pem'), '-no_nonce'];
    const read = ['-respin', file('own.der'), '-CAfile', file('root.pem')];
    const { stdout, stderr } = await run('openssl', ['ocsp', ...asked, ...read]).catch((error: unknown) => {
      if (error instanceof Error && 'stdout' in error && 'stderr' in error)
        return { stdout: String(error.stdout), stderr: String(error.stderr) };
      throw error;
    });
    return stdout + stderr;
  }

  it('reads an answer of this room, and believes its signer', async (ctx) => {
    await needOpenssl(ctx);
    expect(await opensslReads('good')).toMatch(/Response verify OK[\s\S]*good|good[\s\S]*Response verify OK/);
    expect(await opensslReads('revoked')).toMatch(/revoked[\s\S]*superseded/);
  });

  it('agrees that a holder may not answer', async (ctx) => {
    await needOpenssl(ctx);
    expect(await opensslReads('good', bad)).toMatch(/Response Verify Failure/);
  });

  it('reads a request of this room', async (ctx) => {
    await needOpenssl(ctx);
    const id = certificateIdOf('sha256', good.certificate.serialNumber, root.certificate);
    await writeFile(
      file('request.der'),
      encodeStatusRequest({ ids: [id], nonce: new Uint8Array(32).fill(9) }),
    );
    const { stdout } = await run('openssl', ['ocsp', '-reqin', file('request.der'), '-req_text']);
    expect(stdout).toMatch(/Hash Algorithm: sha256/);
    expect(stdout).toContain(good.certificate.serialNumber.toUpperCase());
    expect(stdout).toMatch(/OCSP Nonce/);
  });
});
