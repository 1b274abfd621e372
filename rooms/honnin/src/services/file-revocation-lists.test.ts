import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createListRevocationSource,
  createTestAuthority,
  parseCertificate,
  type TestAuthority,
  type UnverifiedCertificate,
} from '@honnin/pki';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileRevocationLists } from './file-revocation-lists.ts';

const now = new Date('2026-11-24T00:00:00Z');
const dayMs = 24 * 60 * 60 * 1000;
let authority: TestAuthority;
let certificate: UnverifiedCertificate;
let file: string;
const warnings: object[] = [];

beforeAll(async () => {
  authority = await createTestAuthority({ now });
  const der = await authority.issueAuthenticationCertificate({
    publicKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey,
    commonName: 'somebody',
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + 100 * dayMs),
  });
  const parsed = parseCertificate(der);
  if (parsed.status === 'failed') throw new Error(parsed.reason.code);
  certificate = parsed.value;
});

beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), 'honnin-lists-')), 'cards.crl');
  warnings.length = 0;
});

const open = (files: readonly string[] = [file]) => {
  const log = { warn: (fields: object) => void warnings.push(fields) };
  const source = createListRevocationSource({ lookup: fileRevocationLists(files, log) });
  return (at = now) => source.statusOf(certificate, authority.anchors.authentication, at);
};
const publish = async (at = now) => {
  await writeFile(`${file}.part`, await authority.certificateRevocationList(at));
  await rename(`${file}.part`, file);
};
const unavailable = { kind: 'unknown', reason: { code: 'revocation-list-unavailable' } };

describe('revocation lists in files', () => {
  it('are unknown, and never good, while the file is missing', async () => {
    const status = open();
    expect(await status()).toMatchObject(unavailable);
    await publish();
    expect(await status()).toMatchObject({ kind: 'good' });
    await rm(file);
    expect(await status()).toMatchObject(unavailable);
  });

  it('are read again when the file changes, and not otherwise', async () => {
    await publish();
    const lookup = fileRevocationLists([file], { warn: () => undefined });
    const issuer = authority.anchors.authentication;
    const first = await lookup(certificate, issuer);
    const second = await lookup(certificate, issuer);
    if (first.status === 'failed' || second.status === 'failed') throw new Error('no list');
    expect(second.value[0]).toBe(first.value[0]);
    await publish(new Date(now.getTime() + 1000));
    expect(await lookup(certificate, issuer)).toMatchObject({
      value: [{ thisUpdate: new Date(now.getTime() + 1000) }],
    });
  });

  it('hold the list before while a copy is under way, but not beyond its own time', async () => {
    await publish();
    const status = open();
    expect(await status()).toMatchObject({ kind: 'good' });
    await writeFile(file, (await authority.certificateRevocationList(now)).subarray(0, 100));
    expect(await status()).toMatchObject({ kind: 'good' });
    expect(warnings).toEqual([{ file, code: 'revocation-list-malformed' }]);
    expect(await status(new Date(now.getTime() + 2 * dayMs))).toMatchObject({
      kind: 'unknown',
      reason: { code: 'revocation-list-stale' },
    });
  });

  it('are unknown when the first thing in the file is no list', async () => {
    await writeFile(file, '');
    expect(await open()()).toMatchObject(unavailable);
  });

  it('are found among several, the newest of the certificate’s issuer', async () => {
    await publish(new Date(now.getTime() - 1000));
    const older = `${file}.old`;
    await writeFile(older, await authority.certificateRevocationList(new Date(now.getTime() - 5 * dayMs)));
    const others = `${file}.terminals`;
    await writeFile(others, await authority.certificateRevocationList(now, { issuer: 'terminal' }));
    expect(await open([older, others, file])()).toMatchObject({ kind: 'good' });
    expect(await open([others])()).toMatchObject(unavailable);
  });
});
