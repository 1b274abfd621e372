import { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import type { Name } from '@peculiar/asn1-x509';
import { KeyUsageFlags } from '@peculiar/asn1-x509';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawExtension } from '../../test/extensions.ts';
import { makeAuthority, makeParty, named, parsed, rsaKey, strangeExtension } from '../../test/workshop.ts';
import { DerReader } from './der-reader.ts';
import { der } from './der-writer.ts';
import { nameOf } from './encode-certificate.ts';
import { parseCertificate } from './parse-certificate.ts';
import { takeDistinguishedName } from './take-distinguished-name.ts';

const readDistinguishedName = (name: Name) =>
  takeDistinguishedName(new DerReader(new Uint8Array(AsnConvert.serialize(name))));

const authority = makeAuthority({ name: 'Root', key: rsaKey(), pathLength: 3 });
const holder = makeParty({
  name: 'Holder',
  issuer: authority,
  uses: KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation | KeyUsageFlags.decipherOnly,
});

describe('parseCertificate', () => {
  it('agrees with node:crypto about number, fingerprint, dates, key and names', () => {
    for (const certificate of [authority.certificate, holder.certificate]) {
      const other = new X509Certificate(certificate.der);
      expect(certificate.serialNumber).toBe(other.serialNumber.toLowerCase());
      expect(certificate.fingerprint).toBe(other.fingerprint256.replaceAll(':', '').toLowerCase());
      expect(certificate.notBefore).toEqual(new Date(other.validFrom));
      expect(certificate.notAfter).toEqual(new Date(other.validTo));
      expect(certificate.publicKey.equals(other.publicKey)).toBe(true);
      expect(certificate.subject.text).toBe(other.subject);
      expect(certificate.issuer.text).toBe(other.issuer);
      expect(certificate.basicConstraints?.authority ?? false).toBe(other.ca);
    }
  });

  it('reads constraints, uses and key identifiers', () => {
    expect(authority.certificate.basicConstraints).toEqual({ authority: true, pathLength: 3 });
    expect(holder.certificate.basicConstraints).toBeNull();
    expect(authority.certificate.keyUsage).toEqual(['keyCertSign', 'cRLSign']);
    expect(holder.certificate.keyUsage).toEqual(['digitalSignature', 'nonRepudiation', 'decipherOnly']);
    expect(holder.certificate.authorityKeyIdentifier).toBe(authority.certificate.subjectKeyIdentifier);
  });

  it('keeps its own copy of the octets, so that a reused buffer changes nothing', () => {
    const buffer = Uint8Array.from(holder.certificate.der);
    const certificate = parsed(buffer);
    buffer.fill(0);
    expect(certificate.der).toEqual(holder.certificate.der);
    expect(Buffer.from(certificate.toBeSigned)).toEqual(Buffer.from(holder.certificate.toBeSigned));
  });

  it('refuses an algorithm outside the signature that differs from the one inside', () => {
    const changed = Buffer.from(holder.certificate.der);
    const sha256WithRsa = Buffer.from('2a864886f70d01010b', 'hex');
    changed[changed.lastIndexOf(sha256WithRsa) + sha256WithRsa.length - 1] = 0x0c;
    expect(parseCertificate(changed)).toMatchObject({
      status: 'failed',
      reason: { detail: expect.stringContaining('§4.1.1.2') },
    });
  });

  it('refuses an extension that comes twice', () => {
    const extensions = [strangeExtension(false), strangeExtension(false)];
    expect(() => makeParty({ name: 'Twice', extensions })).toThrow('comes twice');
  });

  it('refuses octets after the end', () => {
    const attempt = parseCertificate(Uint8Array.from([...holder.certificate.der, 0]));
    expect(attempt).toMatchObject({ status: 'failed', reason: { code: 'certificate-malformed' } });
  });

  it('reads any octets, or fails by its own name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const attempt = parseCertificate(bytes);
        return attempt.status === 'done' || attempt.reason.code === 'certificate-malformed';
      }),
    );
  });

  it('reads a certificate with any octet changed or cut off, or fails by its own name', () => {
    const { der } = holder.certificate;
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), fc.boolean(), (at, octet, cut) => {
        const attempt = parseCertificate(cut ? der.subarray(0, at) : der.with(at, octet));
        return attempt.status === 'done' || attempt.reason.code === 'certificate-malformed';
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses lists that must hold something and hold nothing', () => {
    const nothing = der(0x30);
    // extendedKeyUsage, certificatePolicies, policyMappings, subjectAltName, nameConstraints
    for (const oid of ['2.5.29.37', '2.5.29.32', '2.5.29.33', '2.5.29.17', '2.5.29.30'])
      expect(() => makeParty({ name: 'Empty', extensions: [rawExtension(oid, false, nothing)] })).toThrow(
        /RFC 5280|without/,
      );
  });

  it('survives deeply nested constructions', () => {
    const nested = new Uint8Array(60_000).fill(0x30);
    for (let at = 1; at < nested.length; at += 2) nested[at] = 0x80;
    expect(parseCertificate(nested).status).toBe('failed');
  });
});

describe('names', () => {
  const commonName = '2.5.4.3';

  it('match in spite of case, white space and kind of string (RFC 5280 §7.1)', () => {
    const canonical = (text: string) => readDistinguishedName(nameOf([[commonName, text]])).canonical;
    expect(canonical('  Root   CA ')).toBe(canonical('root ca'));
    expect(canonical('Root CA')).not.toBe(canonical('RootCA'));
  });

  it('cannot be made to match by writing separators into them', () => {
    const two = readDistinguishedName(
      nameOf([
        [commonName, 'a'],
        [commonName, 'b'],
      ]),
    );
    for (const text of ['a,CN=b', 'a"],["2.5.4.3","b', 'a+CN=b'])
      expect(readDistinguishedName(named(text)).canonical).not.toBe(two.canonical);
  });

  it('are escaped in their text (RFC 4514 §2.4)', () => {
    expect(readDistinguishedName(named('# a,b+c ')).text).toBe('CN=\\# a\\,b\\+c\\ ');
  });
});
