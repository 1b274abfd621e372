import { generateKeyPairSync } from 'node:crypto';
import type { Outcome } from '@honnin/outcome';
import {
  ExtendedKeyUsage,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_extKeyUsage,
  id_ce_nameConstraints,
  KeyUsageFlags,
  NameConstraints,
} from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  day,
  ecKey,
  flipped,
  later,
  makeAuthority,
  makeParty,
  named,
  now,
  parsed,
  resigned,
  rsaKey,
  strangeExtension,
} from '../../test/workshop.ts';
import { extensionOf } from '../certificate/encode-certificate.ts';
import { pkiFailures } from '../failures.ts';
import type { RevocationSource, RevocationStatus } from '../revocation/revocation-source.ts';
import { type PathOptions, validatePath } from './validate-path.ts';
import type { VerifiedChain } from './verified-chain.ts';

const root = makeAuthority({ name: 'Root' });
const middle = makeAuthority({ name: 'Middle', issuer: root });
const holder = makeParty({ name: 'Holder', issuer: middle });

function check(options: Partial<PathOptions>): Promise<Outcome<VerifiedChain>> {
  return validatePath({
    certificate: holder.certificate,
    intermediates: [middle.certificate],
    anchors: [root.certificate],
    at: now,
    keyUsage: 'digitalSignature',
    ...options,
  });
}

/** Status and code in one, so that a test reads as one line; every code must stand in the failure table. */
async function answer(outcome: Promise<Outcome<VerifiedChain>>): Promise<string> {
  const { status, reasons } = await outcome;
  for (const { code, detail } of reasons) {
    expect(Object.keys(pkiFailures)).toContain(code);
    expect(detail).toBeTruthy();
  }
  return [status, reasons[0]?.code].filter(Boolean).join(' ');
}

describe('validatePath', () => {
  it('verifies a certificate over an intermediate to its anchor, and gives the path', async () => {
    const outcome = await check({});
    expect(outcome.status).toBe('verified');
    if (outcome.status !== 'verified') return;
    expect(outcome.value.path.map(({ subject }) => subject.text)).toEqual(['CN=Holder', 'CN=Middle']);
    expect(outcome.value.anchor).toBe(root.certificate);
    expect(outcome.value.revocation).toBe('not-checked');
    expect(outcome.reasons).toEqual([]);
  });

  it('names the clause of RFC 5280 in the detail of a rejection', async () => {
    const { reasons } = await check({ at: later(500) });
    expect(reasons[0]?.detail).toContain('§6.1.3 (a)(2)');
  });

  it('finds the way through useless and circular intermediates', async () => {
    const crossed = makeAuthority({
      name: 'Middle',
      key: middle.key,
      issuer: makeAuthority({ name: 'Other' }),
    });
    const circle = makeAuthority({ name: 'Middle', issuer: middle, key: middle.key });
    const intermediates = [crossed, circle, makeAuthority({ name: 'Far' }), middle].map(
      ({ certificate }) => certificate,
    );
    expect(await answer(check({ intermediates }))).toBe('verified');
  });
});

describe('anchors', () => {
  it('rejects a certificate of another authority with the same name', async () => {
    const impostor = makeAuthority({ name: 'Root' });
    const forged = makeParty({ name: 'Holder', issuer: impostor });
    expect(await answer(check({ certificate: forged.certificate }))).toBe(
      'rejected certificate-signature-invalid',
    );
  });

  it('rejects a self-made authority that is sent along as an intermediate', async () => {
    const impostor = makeAuthority({ name: 'Root' });
    const forged = makeParty({ name: 'Holder', issuer: impostor });
    expect(
      await answer(check({ certificate: forged.certificate, intermediates: [impostor.certificate] })),
    ).toBe('rejected certificate-signature-invalid');
  });

  it('takes the right one of several anchors of the same name, in any order', async () => {
    const older = makeAuthority({ name: 'Root' });
    const anchors = [older.certificate, root.certificate];
    expect(await answer(check({ anchors }))).toBe('verified');
    expect(await answer(check({ anchors: anchors.toReversed() }))).toBe('verified');
  });

  it('rejects a certificate of an unknown issuer', async () => {
    expect(await answer(check({ intermediates: [] }))).toBe('rejected issuer-not-trusted');
  });

  it('rejects a self-signed holder', async () => {
    const own = makeParty({ name: 'Holder' });
    expect(await answer(check({ certificate: own.certificate }))).toBe('rejected issuer-not-trusted');
  });

  it('cannot tell anything without anchors', async () => {
    expect(await answer(check({ anchors: [] }))).toBe('undetermined anchors-missing');
  });

  it('rejects what an expired anchor issued', async () => {
    const old = makeAuthority({ name: 'Root', notAfter: later(-1) });
    const { certificate } = makeParty({ name: 'Holder', issuer: old });
    expect(await answer(check({ certificate, anchors: [old.certificate] }))).toBe('rejected issuer-expired');
  });

  it('does not take a holder’s certificate for an anchor', async () => {
    const { certificate } = makeParty({ name: 'Friend', issuer: holder });
    expect(await answer(check({ certificate, anchors: [holder.certificate] }))).toBe(
      'rejected issuer-not-authority',
    );
  });
});

describe('signatures and algorithms', () => {
  it('rejects a certificate whose contents were changed', async () => {
    const changed = Buffer.from(holder.certificate.der);
    changed.write('Hacker', changed.indexOf('Holder'), 'latin1');
    expect(await answer(check({ certificate: parsed(changed) }))).toBe(
      'rejected certificate-signature-invalid',
    );
  });

  it('rejects a certificate whose signature was changed', async () => {
    const certificate = parsed(flipped(holder.certificate.der, -1));
    expect(await answer(check({ certificate }))).toBe('rejected certificate-signature-invalid');
  });

  it('rejects SHA-1 although the signature holds', async () => {
    const authority = makeAuthority({ name: 'Root', key: rsaKey() });
    const { certificate } = makeParty({ name: 'Holder', issuer: authority });
    const sha1 = resigned(certificate, authority.key, { oid: '1.2.840.113549.1.1.5', hash: 'sha1' });
    expect(await answer(check({ certificate, anchors: [authority.certificate] }))).toBe('verified');
    expect(await answer(check({ certificate: sha1, anchors: [authority.certificate] }))).toBe(
      'rejected algorithm-too-weak',
    );
  });

  it('rejects an RSA-1024 issuer and an RSA-1024 holder', async () => {
    const weak = makeAuthority({ name: 'Root', key: rsaKey(1024) });
    const below = makeParty({ name: 'Holder', issuer: weak });
    expect(await answer(check({ certificate: below.certificate, anchors: [weak.certificate] }))).toBe(
      'rejected algorithm-too-weak',
    );
    const { certificate } = makeParty({ name: 'Holder', issuer: root, key: rsaKey(1024) });
    expect(await answer(check({ certificate }))).toBe('rejected algorithm-too-weak');
  });

  it('rejects a curve that is not accepted', async () => {
    const { certificate } = makeParty({ name: 'Holder', issuer: root, key: ecKey('secp256k1') });
    expect(await answer(check({ certificate }))).toBe('rejected algorithm-too-weak');
  });

  it('accepts SHA-384 with P-384', async () => {
    const authority = makeAuthority({ name: 'Root', key: ecKey('P-384') });
    const plain = makeParty({ name: 'Holder', issuer: authority }).certificate;
    const certificate = resigned(plain, authority.key, { oid: '1.2.840.10045.4.3.3', hash: 'sha384' });
    expect(await answer(check({ certificate, anchors: [authority.certificate] }))).toBe('verified');
  });

  it('cannot tell where the signature algorithm is not known', async () => {
    const { privateKey } = generateKeyPairSync('ed448');
    const certificate = resigned(holder.certificate, privateKey, { oid: '1.3.101.113', hash: null });
    expect(await answer(check({ certificate }))).toBe('undetermined algorithm-unknown');
  });

  it('rejects an EC algorithm name over an RSA issuer, whatever the octets', async () => {
    const authority = makeAuthority({ name: 'Root', key: rsaKey() });
    const plain = makeParty({ name: 'Holder', issuer: authority }).certificate;
    const certificate = resigned(plain, authority.key, { oid: '1.2.840.10045.4.3.2', hash: 'sha256' });
    expect(await answer(check({ certificate, anchors: [authority.certificate] }))).toBe(
      'rejected certificate-signature-invalid',
    );
  });

  it('stops in time when flooded with look-alike intermediates', async () => {
    const flood = Array.from({ length: 80 }, () => makeAuthority({ name: 'Middle' }).certificate);
    const lost = makeParty({ name: 'Holder', issuer: makeAuthority({ name: 'Middle' }) });
    const before = performance.now();
    expect(await answer(check({ certificate: lost.certificate, intermediates: flood }))).toBe(
      'undetermined path-too-complex',
    );
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('validity', () => {
  it('rejects before and after the period, and accepts its first and last second', async () => {
    const { notBefore, notAfter } = holder.certificate;
    expect(await answer(check({ at: new Date(notBefore.getTime() - 1000) }))).toBe(
      'rejected certificate-not-yet-valid',
    );
    expect(await answer(check({ at: notBefore }))).toBe('verified');
    expect(await answer(check({ at: notAfter }))).toBe('verified');
    expect(await answer(check({ at: new Date(notAfter.getTime() + 1000) }))).toBe(
      'rejected certificate-expired',
    );
  });

  it('rejects below an expired intermediate', async () => {
    const old = makeAuthority({ name: 'Middle', key: middle.key, issuer: root, notAfter: later(-1) });
    expect(await answer(check({ intermediates: [old.certificate] }))).toBe('rejected issuer-expired');
  });

  it('accepts within the grace after expiry, and says so', async () => {
    const { certificate } = makeParty({ name: 'Holder', issuer: root, notAfter: later(-30) });
    const outcome = await check({ certificate, graceAfterExpiryMs: 90 * day });
    expect(outcome.status === 'verified' && outcome.value.inGrace).toBe(true);
    expect(outcome.reasons[0]?.code).toBe('certificate-in-grace');
    expect(await answer(check({ certificate, graceAfterExpiryMs: 29 * day }))).toBe(
      'rejected certificate-expired',
    );
  });

  it('holds the issuers of a holder in grace to the moment at which the holder expired', async () => {
    const old = makeAuthority({ name: 'Middle', key: middle.key, issuer: root, notAfter: later(-15) });
    const { certificate } = makeParty({ name: 'Holder', issuer: old, notAfter: later(-30) });
    const intermediates = [old.certificate];
    expect(await answer(check({ certificate, intermediates, graceAfterExpiryMs: 90 * day }))).toBe(
      'verified certificate-in-grace',
    );
  });

  it('gives no grace to an issuer that had expired before its holder did', async () => {
    const old = makeAuthority({ name: 'Middle', key: middle.key, issuer: root, notAfter: later(-60) });
    const { certificate } = makeParty({ name: 'Holder', issuer: old, notAfter: later(-30) });
    expect(
      await answer(check({ certificate, intermediates: [old.certificate], graceAfterExpiryMs: 90 * day })),
    ).toBe('rejected issuer-expired');
  });
});

describe('rights of issuers', () => {
  it('rejects a certificate that a holder issued with their own key', async () => {
    const { certificate } = makeParty({ name: 'Friend', issuer: holder });
    const intermediates = [holder.certificate, middle.certificate];
    expect(await answer(check({ certificate, intermediates }))).toBe('rejected issuer-not-authority');
  });

  it('rejects an issuer that may sign certificates by its key usage alone', async () => {
    const almost = makeParty({ name: 'Almost', issuer: root, uses: KeyUsageFlags.keyCertSign });
    const { certificate } = makeParty({ name: 'Friend', issuer: almost });
    expect(await answer(check({ certificate, intermediates: [almost.certificate] }))).toBe(
      'rejected issuer-not-authority',
    );
  });

  it('rejects an issuer whose key may not sign certificates', async () => {
    const mute = makeAuthority({
      name: 'Middle',
      key: middle.key,
      issuer: root,
      uses: KeyUsageFlags.digitalSignature,
    });
    expect(await answer(check({ intermediates: [mute.certificate] }))).toBe('rejected issuer-not-authority');
  });

  it('rejects a path that is longer than an authority or the anchor allows', async () => {
    const narrow = makeAuthority({ name: 'Narrow', issuer: root, pathLength: 0 });
    const below = makeAuthority({ name: 'Below', issuer: narrow });
    const { certificate } = makeParty({ name: 'Holder', issuer: below });
    const intermediates = [narrow.certificate, below.certificate];
    expect(await answer(check({ certificate, intermediates }))).toBe('rejected path-too-long');
    const strict = makeAuthority({ name: 'Root', key: root.key, pathLength: 0 });
    expect(await answer(check({ anchors: [strict.certificate] }))).toBe('rejected path-too-long');
  });

  it('does not count a self-issued certificate in the path length', async () => {
    const narrow = makeAuthority({ name: 'Narrow', issuer: root, pathLength: 0 });
    const renewed = makeAuthority({ name: 'Narrow', issuer: narrow });
    const { certificate } = makeParty({ name: 'Holder', issuer: renewed });
    const intermediates = [narrow.certificate, renewed.certificate];
    expect(await answer(check({ certificate, intermediates }))).toBe('verified');
  });
});

describe('uses and extensions', () => {
  it('rejects another use than the certificate allows', async () => {
    expect(await answer(check({ keyUsage: 'nonRepudiation' }))).toBe('rejected key-usage-not-allowed');
  });

  it('asks for an extended key usage only where the caller does', async () => {
    const terminal = '1.2.392.99999.7';
    const { certificate } = makeParty({
      name: 'Holder',
      issuer: root,
      extensions: [extensionOf(id_ce_extKeyUsage, true, new ExtendedKeyUsage([terminal]))],
    });
    expect(await answer(check({ certificate, extendedKeyUsage: terminal }))).toBe('verified');
    expect(await answer(check({ certificate, extendedKeyUsage: '1.2.3' }))).toBe(
      'rejected key-usage-not-allowed',
    );
    expect(await answer(check({ certificate }))).toBe('rejected critical-extension-unknown');
    expect(await answer(check({ extendedKeyUsage: terminal }))).toBe('rejected key-usage-not-allowed');
    const anyPurpose = { extendedKeyUsageMayBeMissing: true };
    expect(await answer(check({ extendedKeyUsage: terminal, ...anyPurpose }))).toBe('verified');
    expect(await answer(check({ certificate, extendedKeyUsage: '1.2.3', ...anyPurpose }))).toBe(
      'rejected key-usage-not-allowed',
    );
  });

  it('rejects an unknown critical extension in holder and issuer, and overlooks one that is not critical', async () => {
    const strange = makeParty({ name: 'Holder', issuer: root, extensions: [strangeExtension(true)] });
    expect(await answer(check({ certificate: strange.certificate }))).toBe(
      'rejected critical-extension-unknown',
    );
    const issuer = makeAuthority({
      name: 'Middle',
      key: middle.key,
      issuer: root,
      extensions: [strangeExtension(true)],
    });
    expect(await answer(check({ intermediates: [issuer.certificate] }))).toBe(
      'rejected critical-extension-unknown',
    );
    const mild = makeParty({ name: 'Holder', issuer: root, extensions: [strangeExtension(false)] });
    expect(await answer(check({ certificate: mild.certificate }))).toBe('verified');
  });

  it('holds a holder to name constraints, even where they are not critical', async () => {
    const constraints = new NameConstraints({
      permittedSubtrees: new GeneralSubtrees([
        new GeneralSubtree({ base: new GeneralName({ directoryName: named('Someone else') }) }),
      ]),
    });
    const constrained = makeAuthority({
      name: 'Middle',
      key: middle.key,
      issuer: root,
      extensions: [extensionOf(id_ce_nameConstraints, false, constraints)],
    });
    expect(await answer(check({ intermediates: [constrained.certificate] }))).toBe(
      'rejected name-not-permitted',
    );
  });
});

describe('revocation in a path', () => {
  const source = (answers: Record<string, RevocationStatus>): RevocationSource => ({
    statusOf: async ({ subject }) => answers[subject.text] ?? { kind: 'good' },
  });
  const revoked: RevocationStatus = { kind: 'revoked', at: later(-1), reason: 'key-compromise' };
  const unknown: RevocationStatus = {
    kind: 'unknown',
    reason: { code: 'revocation-list-stale', detail: 'old' },
  };

  it('says in the chain that revocation was good', async () => {
    const outcome = await check({ revocation: source({}) });
    expect(outcome.status === 'verified' && outcome.value.revocation).toBe('good');
  });

  it('rejects a revoked certificate', async () => {
    expect(await answer(check({ revocation: source({ 'CN=Holder': revoked }) }))).toBe(
      'rejected certificate-revoked',
    );
  });

  it('calls a certificate on hold suspended (a card reported lost), and an authority on hold revoked', async () => {
    const held: RevocationStatus = { ...revoked, reason: 'certificate-hold' };
    expect(await answer(check({ revocation: source({ 'CN=Holder': held }) }))).toBe(
      'rejected certificate-suspended',
    );
    expect(await answer(check({ revocation: source({ 'CN=Middle': held }) }))).toBe(
      'rejected issuer-revoked',
    );
  });

  it('rejects below a revoked intermediate', async () => {
    expect(await answer(check({ revocation: source({ 'CN=Middle': revoked }) }))).toBe(
      'rejected issuer-revoked',
    );
  });

  it('cannot tell where the status is unknown, and says why', async () => {
    const outcome = await check({ revocation: source({ 'CN=Middle': unknown }) });
    expect(outcome.status).toBe('undetermined');
    expect(outcome.reasons.map(({ code }) => code)).toEqual(['revocation-unknown', 'revocation-list-stale']);
  });

  it('rejects a revoked certificate even where the status of its issuer is unknown', async () => {
    const answers = source({ 'CN=Holder': revoked, 'CN=Middle': unknown });
    expect(await answer(check({ revocation: answers }))).toBe('rejected certificate-revoked');
  });
});
