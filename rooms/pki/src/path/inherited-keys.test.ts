import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { makeAuthority, makeParty, now, type Party, parsed } from '../../test/workshop.ts';
import { type AlgorithmFloor, historicAlgorithmFloor } from '../certificate/algorithm-floor.ts';
import { derTag, enterDer } from '../certificate/der-reader.ts';
import { der, derSerialNumber } from '../certificate/der-writer.ts';
import { bufferOf } from '../certificate/encode-certificate.ts';
import { validatePath } from './validate-path.ts';

function newKey(): KeyObject {
  return generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey;
}

/** Another key in the group of `key`, as an issuer makes it for whom it lets inherit its parameters. */
function siblingOf(key: KeyObject): KeyObject {
  const outer = enterDer(key.export({ format: 'der', type: 'pkcs8' }), derTag.sequence);
  const version = outer.take(derTag.integer).encoded;
  const algorithm = outer.take(derTag.sequence).encoded;
  const secret = der(derTag.octetString, derSerialNumber(`01${randomBytes(18).toString('hex')}`));
  const pkcs8 = der(derTag.sequence, version, algorithm, secret);
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

/** Signed anew by DSA with SHA-1; `bare` leaves the parameters of the subject's key out. */
function byDsa(party: Party, key: KeyObject, { bare }: { readonly bare: boolean }): Party {
  const value = AsnConvert.parse(party.certificate.der, Certificate);
  const algorithm = new AlgorithmIdentifier({ algorithm: '1.2.840.10040.4.3' });
  value.tbsCertificate.signature = algorithm;
  value.signatureAlgorithm = algorithm;
  if (bare)
    value.tbsCertificate.subjectPublicKeyInfo.algorithm = new AlgorithmIdentifier({
      algorithm: '1.2.840.10040.4.1',
    });
  const signed = new Uint8Array(AsnConvert.serialize(value.tbsCertificate));
  value.signatureValue = bufferOf(sign('sha1', signed, key));
  return { ...party, certificate: parsed(new Uint8Array(AsnConvert.serialize(value))) };
}

const rootKey = newKey();
const root = byDsa(makeAuthority({ name: 'Root', key: rootKey }), rootKey, { bare: false });
const middleKey = siblingOf(rootKey);
const middle = byDsa(makeAuthority({ name: 'Middle', key: middleKey, issuer: root }), rootKey, {
  bare: true,
});
const holder = byDsa(makeParty({ name: 'Holder', issuer: middle }), middleKey, { bare: false });

async function judged(leaf: Party, issuers: readonly Party[], anchor: Party, floor?: AlgorithmFloor) {
  const { status, reasons } = await validatePath({
    certificate: leaf.certificate,
    intermediates: issuers.map(({ certificate }) => certificate),
    anchors: [anchor.certificate],
    at: now,
    keyUsage: null,
    ...(floor === undefined ? {} : { floor }),
  });
  return [status, reasons[0]?.code].filter(Boolean).join(' ');
}

describe('DSA keys that inherit their parameters (RFC 5280 §6.1.4 (d) to (f))', () => {
  it('are completed from the certificate above in the same path', async () => {
    expect(middle.certificate.inheritsKeyParameters).toBe(true);
    expect(await judged(holder, [middle], root, historicAlgorithmFloor)).toBe('verified');
  });

  it('do not verify what another key of the group signed', async () => {
    const forged = byDsa(makeParty({ name: 'Holder', issuer: middle }), siblingOf(rootKey), { bare: false });
    expect(await judged(forged, [middle], root, historicAlgorithmFloor)).toBe(
      'rejected certificate-signature-invalid',
    );
  });

  it('count for nothing above the usual floor', async () => {
    expect(await judged(holder, [middle], root)).toBe('rejected algorithm-too-weak');
  });

  it('have nothing to inherit below another kind of key', async () => {
    const other = makeAuthority({ name: 'Root' });
    const value = AsnConvert.parse(
      makeAuthority({ name: 'Middle', key: middleKey, issuer: other }).certificate.der,
      Certificate,
    );
    value.tbsCertificate.subjectPublicKeyInfo.algorithm = new AlgorithmIdentifier({
      algorithm: '1.2.840.10040.4.1',
    });
    const signed = new Uint8Array(AsnConvert.serialize(value.tbsCertificate));
    value.signatureValue = bufferOf(sign('sha256', signed, other.key));
    const orphan = { ...middle, certificate: parsed(new Uint8Array(AsnConvert.serialize(value))) };
    expect(await judged(holder, [orphan], other, historicAlgorithmFloor)).toMatch(/^rejected/);
  });
});
