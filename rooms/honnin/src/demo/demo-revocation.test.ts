import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  createTestAuthority,
  parseCertificate,
  type TestAuthority,
  type UnverifiedCertificate,
} from '@honnin/pki';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoRevocation } from './demo-revocation.ts';
import { serveAuthority } from './serve-authority.ts';

const began = new Date('2026-11-23T10:00:00.990Z');
const made = new Date('2026-11-23T10:00:01.010Z');
let authority: TestAuthority;
let certificate: UnverifiedCertificate;

beforeAll(async () => {
  authority = await createTestAuthority({ now: began });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const parsed = parseCertificate(
    await authority.issueAuthenticationCertificate({
      publicKey: createPublicKey(privateKey),
      commonName: 'HOLDER',
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2028-01-01T00:00:00Z'),
    }),
  );
  if (parsed.status === 'failed') throw new Error(parsed.reason.code);
  certificate = parsed.value;
});

/** Fetches as usual, but for addresses that hold `broken`: there the line is down. */
const sourceAt = (url: string, broken = 'nothing') =>
  demoRevocation({
    url,
    anchors: authority.anchors,
    clock: () => made,
    random: (length) => new Uint8Array(randomBytes(length)),
    fetch: async (address, init) => {
      if (String(address).includes(broken)) throw new TypeError('fetch failed');
      return fetch(address, init);
    },
  });
const issuer = () => authority.anchors.authentication;

describe('the demo’s revocation', () => {
  it('knows a certificate as good at a check that began before the answer was made', async () => {
    await using served = await serveAuthority(authority, () => made);
    for (const broken of ['nothing', '/ocsp', '/lists'])
      expect(await sourceAt(served.url, broken).statusOf(certificate, issuer(), began)).toMatchObject({
        kind: 'good',
      });
  });

  it('shows a revocation at once, by either way', async () => {
    await using served = await serveAuthority(authority, () => made);
    const source = sourceAt(served.url);
    expect(await source.statusOf(certificate, issuer(), began)).toMatchObject({ kind: 'good' });
    authority.revoke(certificate.serialNumber, began, { reason: 'key-compromise' });
    const revoked = { kind: 'revoked', reason: 'key-compromise' };
    expect(await source.statusOf(certificate, issuer(), began)).toMatchObject(revoked);
    expect(await sourceAt(served.url, '/ocsp').statusOf(certificate, issuer(), began)).toMatchObject(revoked);
  });

  it('does not know when nobody answers, and says both reasons', async () => {
    const { url } = await (async () => {
      await using served = await serveAuthority(authority, () => made);
      return { url: served.url };
    })();
    expect(await sourceAt(url).statusOf(certificate, issuer(), began)).toEqual({
      kind: 'unknown',
      reason: {
        code: 'status-response-unavailable',
        detail: expect.stringMatching(/ECONNREFUSED.*then revocation-list-unavailable/),
      },
    });
  });
});
