import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createTestAuthority,
  parseCertificate,
  type TestAuthority,
  type UnverifiedCertificate,
} from '@honnin/pki';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveAuthority } from '../demo/serve-authority.ts';
import { serviceRevocation } from './service-revocation.ts';

const now = new Date();
let authority: TestAuthority;
let certificate: UnverifiedCertificate;
let folder = '';
let emptyList = '';

beforeAll(async () => {
  authority = await createTestAuthority({ now });
  const parsed = parseCertificate(
    await authority.issueAuthenticationCertificate({
      publicKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey,
      commonName: 'somebody',
      notBefore: new Date(now.getTime() - 1e9),
      notAfter: new Date(now.getTime() + 1e9),
    }),
  );
  if (parsed.status === 'failed') throw new Error(parsed.reason.code);
  certificate = parsed.value;
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-revocation-'));
  emptyList = path.join(folder, 'cards.crl');
  await writeFile(emptyList, await authority.certificateRevocationList(now));
  authority.revoke(certificate.serialNumber, now);
});
afterAll(() => rm(folder, { recursive: true }));

async function statusBy(responder: string | null, files: readonly string[] | null) {
  const source = serviceRevocation(
    { files, responder },
    { log: { warn: () => undefined }, clock: () => new Date() },
  );
  const status = await source.statusOf(certificate, authority.anchors.authentication, new Date());
  return status.kind === 'unknown' ? status.reason.code : status.kind;
}

describe('a service’s revocation', () => {
  it('asks the responder first, who knows what yesterday’s list does not', async () => {
    await using served = await serveAuthority(authority, () => new Date());
    expect(await statusBy(null, [emptyList])).toBe('good');
    expect(await statusBy(`${served.url}/ocsp`, [emptyList])).toBe('revoked');
    expect(await statusBy(`${served.url}/ocsp`, null)).toBe('revoked');
  });

  it('goes by the list where the responder is silent, and knows nothing without one', async () => {
    expect(await statusBy('http://127.0.0.1:1/ocsp', [emptyList])).toBe('good');
    expect(await statusBy('http://127.0.0.1:1/ocsp', null)).toBe('status-response-unavailable');
    expect(await statusBy('http://127.0.0.1:1/ocsp', [`${emptyList}.gone`])).toBe(
      'status-response-unavailable',
    );
  });
});
