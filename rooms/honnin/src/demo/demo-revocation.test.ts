import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createTestAuthority, parseCertificate } from '@honnin/pki';
import { describe, expect, it } from 'vitest';
import { demoRevocation } from './demo-revocation.ts';

describe('the demo’s revocation list', () => {
  it('knows a certificate as good at a check that began before the list was made', async () => {
    const began = new Date('2026-11-23T10:00:00.990Z');
    const made = new Date('2026-11-23T10:00:01.010Z');
    const authority = await createTestAuthority({ now: began });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const certificate = parseCertificate(
      await authority.issueAuthenticationCertificate({
        publicKey: createPublicKey(privateKey),
        commonName: 'HOLDER',
        notBefore: new Date('2026-01-01T00:00:00Z'),
        notAfter: new Date('2028-01-01T00:00:00Z'),
      }),
    );
    if (certificate.status === 'failed') throw new Error(certificate.reason.code);
    const revocation = demoRevocation(authority, () => made);
    const status = await revocation.statusOf(certificate.value, authority.anchors.authentication, began);
    expect(status).toMatchObject({ kind: 'good' });
  });
});
