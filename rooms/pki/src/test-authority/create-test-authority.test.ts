import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecKey, later, now, parsed, rsaKey } from '../../test/workshop.ts';
import { verifyCardFaceSignature } from '../card-issuer/card-face-signature.ts';
import { verifyCardVerifiableCertificate } from '../card-issuer/verify-card-verifiable-certificate.ts';
import { verifyRsaSignature } from '../card-issuer/verify-rsa-signature.ts';
import { publicHalf } from '../certificate/encode-certificate.ts';
import { jpkiProfile } from '../certificate/jpki-profile.ts';
import { validatePath } from '../path/validate-path.ts';
import {
  createListRevocationSource,
  revocationListsAtHand,
} from '../revocation/create-list-revocation-source.ts';
import { parseRevocationList } from '../revocation/parse-revocation-list.ts';
import { createTestAuthority } from './create-test-authority.ts';
import { restoreTestAuthority } from './restore-test-authority.ts';
import type { TestAuthority } from './test-authority.ts';

let authority: TestAuthority;
let folder: string;
const cardKey = publicHalf(rsaKey());
const period = { notBefore: later(-100), notAfter: later(1000) };
const holder = { publicKey: cardKey, commonName: '997794E9AGCIEG13221003A', ...period };

beforeAll(async () => {
  authority = await createTestAuthority({ now });
  folder = mkdtempSync(join(tmpdir(), 'honnin-pki-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** A second opinion; not a dependency. */
const program = 'openssl';

/** Answers of the program, or null where the machine has none. */
function openssl(...parameters: string[]): string | null {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function signatureCertificate(): Promise<Uint8Array> {
  return authority.issueSignatureCertificate({
    ...holder,
    locality: 'Hachioji-shi',
    name: '山田　太郎',
    address: '東京都八王子市元本郷町３丁目',
    birthDate: '1980-02-17',
    sex: '1',
  });
}

describe('createTestAuthority', () => {
  it('issues an authentication certificate without personal data, in the profile', async () => {
    const certificate = parsed(await authority.issueAuthenticationCertificate(holder));
    expect(certificate.issuer.text).toBe(
      'OU=Honnin Test Authority,OU=JPKI for user authentication,O=JPKI-TEST,C=JP',
    );
    expect(certificate.subject.text).toBe('CN=997794E9AGCIEG13221003A,C=JP');
    expect(certificate.keyUsage).toEqual(['digitalSignature']);
    expect(certificate.policies).toEqual([jpkiProfile.policies.authentication]);
    expect(certificate.otherNames.size).toBe(0);
    expect(certificate.revocationListNames).toEqual([`directory:${certificate.issuer.canonical}`]);
    expect(certificate.extensions.map(({ oid }) => oid)).toContain('2.5.29.18');
  });

  it('issues a signature certificate with the four attributes', async () => {
    const certificate = parsed(await signatureCertificate());
    const { otherNames } = jpkiProfile;
    expect(certificate.otherNames.get(otherNames.name)).toBe('山田　太郎');
    expect(certificate.otherNames.get(otherNames.birthDate)).toBe('319800217');
    expect(certificate.otherNames.get(otherNames.sex)).toBe('1');
    expect(certificate.otherNames.get(otherNames.address)).toBe('東京都八王子市元本郷町３丁目');
    expect(certificate.keyUsage).toEqual(['digitalSignature', 'nonRepudiation']);
  });

  it('gives every certificate its own serial number, and card keys only', async () => {
    const serials = await Promise.all(
      Array.from(
        { length: 20 },
        async () => parsed(await authority.issueAuthenticationCertificate(holder)).serialNumber,
      ),
    );
    expect(new Set(serials).size).toBe(20);
    const weak = { ...holder, publicKey: publicHalf(rsaKey(1024)) };
    await expect(authority.issueAuthenticationCertificate(weak)).rejects.toThrow('RSA-2048');
  });

  it('issues what node:crypto and openssl accept', async (context) => {
    const terminal = await authority.issueTerminalCertificate({
      publicKey: publicHalf(ecKey()),
      commonName: 'terminal-1',
      organisation: '本人病院',
    });
    const issued = [
      ['authentication', await authority.issueAuthenticationCertificate(holder)],
      ['signature', await signatureCertificate()],
      ['terminal', terminal],
    ] as const;
    for (const [kind, der] of issued) {
      const anchor = authority.anchors[kind].der;
      expect(new X509Certificate(der).verify(new X509Certificate(anchor).publicKey)).toBe(true);
      const pem = file(`${kind}.pem`, Buffer.from(new X509Certificate(anchor).toString()));
      const leaf = file(`${kind}-leaf.pem`, Buffer.from(new X509Certificate(der).toString()));
      const at = String(Math.floor(now.getTime() / 1000));
      const list = await authority.certificateRevocationList(now, { issuer: kind });
      const crl = file(`${kind}.crl`, list);
      const answer = openssl('verify', '-x509_strict', '-attime', at, '-CAfile', pem, leaf);
      if (answer === null) return context.skip('the openssl program is not installed');
      expect(answer).toContain('OK');
      const crlPem = join(folder, `${kind}-crl.pem`);
      openssl('crl', '-inform', 'DER', '-in', crl, '-out', crlPem);
      expect(
        openssl('verify', '-crl_check', '-attime', at, '-CAfile', pem, '-CRLfile', crlPem, leaf),
      ).toContain('OK');
    }
  });

  it('lists what it revoked so that openssl finds it revoked too', async (context) => {
    const der = await authority.issueAuthenticationCertificate(holder);
    authority.revoke(parsed(der).serialNumber, later(-1), { reason: 'superseded' });
    const crl = file('revoked.crl', await authority.certificateRevocationList(now));
    const text = openssl('crl', '-inform', 'DER', '-in', crl, '-text', '-noout');
    if (text === null) return context.skip('the openssl program is not installed');
    expect(text).toContain(`Serial Number: ${parsed(der).serialNumber.toUpperCase()}`);
    expect(text).toContain('Superseded');
  });

  it('issues certificates that validatePath verifies, and rejects after revocation', async () => {
    const certificate = parsed(await authority.issueAuthenticationCertificate(holder));
    const check = async () => {
      const list = parseRevocationList(await authority.certificateRevocationList(now));
      if (list.status === 'failed') throw new Error(list.reason.detail);
      const { status } = await validatePath({
        certificate,
        intermediates: [],
        anchors: [authority.anchors.authentication],
        at: now,
        keyUsage: 'digitalSignature',
        revocation: createListRevocationSource({ lookup: revocationListsAtHand([list.value]) }),
      });
      return status;
    };
    expect(await check()).toBe('verified');
    authority.revoke(certificate.serialNumber, later(1));
    expect(await check()).toBe('verified');
    const other = parsed(await authority.issueAuthenticationCertificate(holder));
    authority.revoke(other.serialNumber, later(-1));
    expect(await check()).toBe('verified');
    authority.revoke(certificate.serialNumber, later(-1), { issuer: 'signature' });
    expect(await check()).toBe('verified');
  });

  it('keeps authentication, signature and terminal apart', async () => {
    const certificate = parsed(await signatureCertificate());
    for (const anchor of [authority.anchors.authentication, authority.anchors.terminal]) {
      const outcome = await validatePath({
        certificate,
        intermediates: [],
        anchors: [anchor],
        at: now,
        keyUsage: 'digitalSignature',
      });
      expect(outcome).toMatchObject({ status: 'rejected', reasons: [{ code: 'issuer-not-trusted' }] });
    }
  });

  it('signs card records under the issuers that its anchors vouch for', () => {
    const parts = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)] as const;
    const face = verifyCardVerifiableCertificate(authority.cardFaceCertificate, [authority.anchors.cardFace]);
    const text = verifyCardVerifiableCertificate(authority.textInputCertificate, [
      authority.anchors.textInput,
    ]);
    if (face.status !== 'verified' || text.status !== 'verified') throw new Error('issuers not verified');
    const issuerKey = face.value.publicKey;
    const signature = authority.signCardFace(parts);
    expect(verifyCardFaceSignature({ issuerKey, parts, signature }).status).toBe('verified');
    const message = Uint8Array.of(4, 5);
    const signed = (publicKey: typeof issuerKey, by: Uint8Array) =>
      verifyRsaSignature({ publicKey, message, signature: by }).status;
    expect(signed(text.value.publicKey, authority.signTextInput(message))).toBe('verified');
    expect(signed(issuerKey, authority.signCardFaceRecord(message))).toBe('verified');
    expect(signed(issuerKey, authority.signTextInput(message))).toBe('rejected');
    expect(
      verifyCardVerifiableCertificate(authority.textInputCertificate, [authority.anchors.cardFace]).status,
    ).toBe('rejected');
  });

  it('makes another authority every time, whose certificates do not pass for ours', async () => {
    const other = await createTestAuthority({ now });
    const certificate = parsed(await other.issueAuthenticationCertificate(holder));
    const outcome = await validatePath({
      certificate,
      intermediates: [],
      anchors: [authority.anchors.authentication],
      at: now,
      keyUsage: 'digitalSignature',
    });
    expect(outcome).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'certificate-signature-invalid' }],
    });
  });
});

describe('restoreTestAuthority', () => {
  const stored = (): Record<string, unknown> => JSON.parse(JSON.stringify(authority.toJson()));

  it('restores keys, anchors and revocations, and says what it is', async () => {
    const certificate = parsed(await authority.issueAuthenticationCertificate(holder));
    authority.revoke(certificate.serialNumber, later(-2), { reason: 'key-compromise' });
    const attempt = await restoreTestAuthority(stored());
    if (attempt.status === 'failed') throw new Error(attempt.reason.detail);
    expect(attempt.value.anchors.authentication.fingerprint).toBe(
      authority.anchors.authentication.fingerprint,
    );
    expect(attempt.value.toJson()).toEqual(authority.toJson());
    expect(attempt.value.toJson().warning).toContain('Test authority');
    const list = parseRevocationList(await attempt.value.certificateRevocationList(now));
    expect(list.status === 'done' && list.value.revoked.get(certificate.serialNumber)?.reason).toBe(
      'key-compromise',
    );
    const issued = parsed(await attempt.value.issueAuthenticationCertificate(holder));
    const outcome = await validatePath({
      certificate: issued,
      intermediates: [],
      anchors: [authority.anchors.authentication],
      at: now,
      keyUsage: 'digitalSignature',
    });
    expect(outcome.status).toBe('verified');
  });

  it('refuses a record whose keys were exchanged', async () => {
    const record = stored();
    const swapped = [
      {
        ...record,
        authentication: {
          ...Object(record['authentication']),
          privateKey: Object(record['signature']).privateKey,
        },
      },
      {
        ...record,
        cardFace: {
          ...Object(record['cardFace']),
          issuerPrivateKey: Object(record['textInput']).issuerPrivateKey,
        },
      },
    ];
    for (const each of swapped)
      expect(await restoreTestAuthority(each)).toMatchObject({
        status: 'failed',
        reason: { code: 'test-authority-record-malformed' },
      });
  });

  it.each([null, {}, 'x', { kind: 'honnin-test-authority' }])('refuses %j', async (record) => {
    expect(await restoreTestAuthority(record)).toMatchObject({
      status: 'failed',
      reason: { code: 'test-authority-record-malformed' },
    });
  });
});

describe('the cost of a chain', () => {
  it('is small once the parts are parsed', async () => {
    const der = await authority.issueAuthenticationCertificate(holder);
    const list = parseRevocationList(await authority.certificateRevocationList(now));
    if (list.status === 'failed') throw new Error(list.reason.detail);
    const revocation = createListRevocationSource({ lookup: revocationListsAtHand([list.value]) });
    const once = async () =>
      validatePath({
        certificate: parsed(der),
        intermediates: [],
        anchors: [authority.anchors.authentication],
        at: now,
        keyUsage: 'digitalSignature',
        revocation,
      });
    for (let run = 0; run < 20; run += 1) await once();
    const before = process.cpuUsage();
    const runs = 50;
    for (let run = 0; run < runs; run += 1) expect((await once()).status).toBe('verified');
    const { user, system } = process.cpuUsage(before);
    const each = (user + system) / 1000 / runs;
    console.log(`parse, chain and cached revocation: ${each.toFixed(2)} ms of processor time`);
    expect(each).toBeLessThan(10);
  });
});
