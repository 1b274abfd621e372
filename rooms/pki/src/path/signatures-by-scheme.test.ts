import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  ecKey,
  makeAuthority,
  makeParty,
  now,
  type Party,
  parsed,
  resigned,
  rsaKey,
} from '../../test/workshop.ts';
import { type AlgorithmFloor, historicAlgorithmFloor } from '../certificate/algorithm-floor.ts';
import { derTag } from '../certificate/der-reader.ts';
import { der, derObjectIdentifier } from '../certificate/der-writer.ts';
import { bufferOf, publicHalf } from '../certificate/encode-certificate.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { validatePath } from './validate-path.ts';

async function judged(
  certificate: UnverifiedCertificate,
  anchor: Party,
  floor?: AlgorithmFloor,
): Promise<string> {
  const outcome = await validatePath({
    certificate,
    intermediates: [],
    anchors: [anchor.certificate],
    at: now,
    keyUsage: null,
    ...(floor === undefined ? {} : { floor }),
  });
  return [outcome.status, outcome.reasons[0]?.code].filter(Boolean).join(' ');
}

const rsaAuthority = makeAuthority({ name: 'Root', key: rsaKey() });
const holder = makeParty({ name: 'Holder', issuer: rsaAuthority }).certificate;

const hashIds = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;
type Hash = keyof typeof hashIds;

function pssParameters(hash: Hash, mask: Hash, saltLength: number): Uint8Array {
  const algorithm = (id: Hash) => der(derTag.sequence, derObjectIdentifier(hashIds[id]), der(derTag.null));
  const generation = der(derTag.sequence, derObjectIdentifier('1.2.840.113549.1.1.8'), algorithm(mask));
  return der(
    derTag.sequence,
    der(0xa0, algorithm(hash)),
    der(0xa1, generation),
    der(0xa2, der(derTag.integer, Uint8Array.of(saltLength))),
  );
}

/** The same certificate signed anew by RSASSA-PSS; the parameters may say something else than was done. */
function byPss(
  certificate: UnverifiedCertificate,
  key: KeyObject,
  { hash, saltLength, parameters }: { hash: Hash; saltLength: number; parameters?: Uint8Array },
): UnverifiedCertificate {
  const value = AsnConvert.parse(certificate.der, Certificate);
  const identifier = new AlgorithmIdentifier({
    algorithm: '1.2.840.113549.1.1.10',
    parameters: bufferOf(parameters ?? pssParameters(hash, hash, saltLength)),
  });
  value.tbsCertificate.signature = identifier;
  value.signatureAlgorithm = identifier;
  const signed = new Uint8Array(AsnConvert.serialize(value.tbsCertificate));
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  value.signatureValue = bufferOf(sign(hash, signed, { key, padding, saltLength }));
  return parsed(new Uint8Array(AsnConvert.serialize(value)));
}

describe('RSASSA-PSS (RFC 4055, RFC 8017 §8.1)', () => {
  it('is checked with each hash and the length of its salt', async () => {
    for (const [hash, saltLength] of [
      ['sha256', 32],
      ['sha384', 48],
      ['sha512', 20],
    ] as const)
      expect(await judged(byPss(holder, rsaAuthority.key, { hash, saltLength }), rsaAuthority)).toBe(
        'verified',
      );
  });

  it('is rejected where the salt is longer than the parameters say, or another key signed', async () => {
    const parameters = pssParameters('sha256', 'sha256', 20);
    const longer = byPss(holder, rsaAuthority.key, { hash: 'sha256', saltLength: 32, parameters });
    expect(await judged(longer, rsaAuthority)).toBe('rejected certificate-signature-invalid');
    const forged = byPss(holder, rsaKey(), { hash: 'sha256', saltLength: 32 });
    expect(await judged(forged, rsaAuthority)).toBe('rejected certificate-signature-invalid');
  });

  it('is too weak with SHA-1, which is what absent parameters mean', async () => {
    const parameters = der(derTag.sequence);
    const plain = byPss(holder, rsaAuthority.key, { hash: 'sha1', saltLength: 20, parameters });
    expect(await judged(plain, rsaAuthority)).toBe('rejected algorithm-too-weak');
    expect(await judged(plain, rsaAuthority, historicAlgorithmFloor)).toBe('verified');
  });

  it('cannot be judged where mask and message use different hashes', async () => {
    const parameters = pssParameters('sha256', 'sha512', 32);
    const mixed = byPss(holder, rsaAuthority.key, { hash: 'sha256', saltLength: 32, parameters });
    expect(await judged(mixed, rsaAuthority)).toBe('undetermined algorithm-unknown');
  });

  it('is the only scheme of a key that is bound to it', async () => {
    const { privateKey } = generateKeyPairSync('rsa-pss', {
      modulusLength: 2048,
      hashAlgorithm: 'sha256',
      mgf1HashAlgorithm: 'sha256',
    });
    const template = makeAuthority({ name: 'Bound', key: rsaKey() });
    // The anchor’s own signature is nobody’s question; only its key counts.
    const anchor = {
      ...template,
      certificate: { ...template.certificate, publicKey: publicHalf(privateKey) },
    };
    const below = makeParty({ name: 'Holder', issuer: template }).certificate;
    expect(await judged(byPss(below, privateKey, { hash: 'sha256', saltLength: 32 }), anchor)).toBe(
      'verified',
    );
    expect(await judged(below, anchor)).toBe('rejected certificate-signature-invalid');
  });
});

describe('other schemes', () => {
  it('ECDSA on the three curves, and Ed25519', async () => {
    for (const [key, oid, hash] of [
      [ecKey('P-256'), '1.2.840.10045.4.3.2', 'sha256'],
      [ecKey('P-384'), '1.2.840.10045.4.3.3', 'sha384'],
      [ecKey('P-521'), '1.2.840.10045.4.3.4', 'sha512'],
      [generateKeyPairSync('ed25519').privateKey, '1.3.101.112', null],
    ] as const) {
      const template = makeAuthority({ name: 'Root' });
      const anchor = { ...template, certificate: { ...template.certificate, publicKey: publicHalf(key) } };
      const plain = makeParty({ name: 'Holder', issuer: template }).certificate;
      const signed = resigned(plain, key, { oid, hash });
      expect(await judged(signed, anchor)).toBe('verified');
      const other = resigned(plain, template.key, { oid: '1.2.840.10045.4.3.2', hash: 'sha256' });
      expect(await judged(other, anchor)).toBe('rejected certificate-signature-invalid');
    }
  });

  it('RSA PKCS#1 v1.5 with SHA-384 and SHA-512', async () => {
    for (const [oid, hash] of [
      ['1.2.840.113549.1.1.12', 'sha384'],
      ['1.2.840.113549.1.1.13', 'sha512'],
    ] as const)
      expect(await judged(resigned(holder, rsaAuthority.key, { oid, hash }), rsaAuthority)).toBe('verified');
  });

  it('historic ones only below a lowered floor, and MD5 never', async () => {
    const sha1 = resigned(holder, rsaAuthority.key, { oid: '1.2.840.113549.1.1.5', hash: 'sha1' });
    expect(await judged(sha1, rsaAuthority)).toBe('rejected algorithm-too-weak');
    expect(await judged(sha1, rsaAuthority, historicAlgorithmFloor)).toBe('verified');
    const md5 = resigned(holder, rsaAuthority.key, { oid: '1.2.840.113549.1.1.4', hash: 'md5' });
    expect(await judged(md5, rsaAuthority, historicAlgorithmFloor)).toBe('rejected algorithm-too-weak');
    const short = makeAuthority({ name: 'Root', key: rsaKey(1024) });
    const below = makeParty({ name: 'Holder', issuer: short }).certificate;
    expect(await judged(below, short)).toBe('rejected algorithm-too-weak');
    expect(await judged(below, short, historicAlgorithmFloor)).toBe('verified');
  });

  it('DSA below a lowered floor', async () => {
    const { privateKey } = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
    const template = makeAuthority({ name: 'Root' });
    const anchor = {
      ...template,
      certificate: { ...template.certificate, publicKey: publicHalf(privateKey) },
    };
    const plain = makeParty({ name: 'Holder', issuer: template }).certificate;
    const signed = resigned(plain, privateKey, { oid: '1.2.840.10040.4.3', hash: 'sha1' });
    expect(await judged(signed, anchor)).toBe('rejected algorithm-too-weak');
    expect(await judged(signed, anchor, historicAlgorithmFloor)).toBe('verified');
  });
});
