import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate,
  type Extension,
  Extension as ExtensionValue,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  type Name,
} from '@peculiar/asn1-x509';
import {
  bufferOf,
  encodeCertificate,
  extensionOf,
  nameOf,
  publicHalf,
} from '../src/certificate/encode-certificate.ts';
import { parseCertificate } from '../src/certificate/parse-certificate.ts';
import type { UnverifiedCertificate } from '../src/certificate/unverified-certificate.ts';
import { identifyingExtensions } from '../src/test-authority/test-certificate-issuer.ts';

export const now = new Date('2026-06-01T00:00:00Z');
export const day = 24 * 60 * 60 * 1000;
export const later = (days: number): Date => new Date(now.getTime() + days * day);

/** Parses, and throws where that fails: for certificates that a test expects to be readable. */
export function parsed(der: Uint8Array): UnverifiedCertificate {
  const attempt = parseCertificate(der);
  if (attempt.status === 'failed') throw new Error(attempt.reason.detail);
  return attempt.value;
}

export function ecKey(curve = 'P-256'): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: curve }).privateKey;
}

export function rsaKey(bits = 2048): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: bits }).privateKey;
}

/** Someone with a name, a key and a certificate, who may or may not have the right to issue. */
export interface Party {
  readonly name: string;
  readonly subject: Name;
  readonly key: KeyObject;
  readonly certificate: UnverifiedCertificate;
}

export interface PartyOptions {
  readonly name: string;
  readonly key?: KeyObject;
  /** Default: itself. */
  readonly issuer?: Party;
  /** Default: false. */
  readonly authority?: boolean;
  readonly pathLength?: number;
  /** Default: digitalSignature, or keyCertSign and cRLSign for an authority; null leaves the extension out. */
  readonly uses?: number | null;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly extensions?: readonly Extension[];
  readonly serialNumber?: Uint8Array;
  /** Default: a common name alone. */
  readonly subject?: Name;
  /** Default: the name of who signs. */
  readonly issuerName?: Name;
  /** Leave out what names the keys. */
  readonly anonymousKeys?: boolean;
}

const commonName = '2.5.4.3';
export const named = (name: string) => nameOf([[commonName, name]]);
let nextSerial = 1;

/** Encodes whatever it is asked for, however wrong. */
export function encodeParty(
  options: PartyOptions,
): Omit<Party, 'certificate'> & { readonly der: Uint8Array } {
  const { name, issuer, authority = false, notBefore = later(-365), notAfter = later(365) } = options;
  const key = options.key ?? ecKey();
  const subject = options.subject ?? named(name);
  const issuerName = options.issuerName ?? issuer?.subject ?? subject;
  const issuerKey = issuer?.key ?? key;
  const uses =
    options.uses === undefined
      ? authority
        ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
        : KeyUsageFlags.digitalSignature
      : options.uses;
  const constraints = new BasicConstraints({
    cA: authority,
    ...(options.pathLength === undefined ? {} : { pathLenConstraint: options.pathLength }),
  });
  nextSerial += 1;
  const der = encodeCertificate({
    serialNumber: options.serialNumber ?? Uint8Array.of(1, nextSerial >> 8, nextSerial & 0xff),
    issuer: issuerName,
    subject,
    notBefore,
    notAfter,
    publicKey: publicHalf(key),
    issuerKey,
    extensions: [
      ...(uses === null ? [] : [extensionOf(id_ce_keyUsage, true, new KeyUsage(uses))]),
      ...(authority ? [extensionOf(id_ce_basicConstraints, true, constraints)] : []),
      ...(options.anonymousKeys === true
        ? []
        : identifyingExtensions(publicHalf(key), issuerName, publicHalf(issuerKey))),
      ...(options.extensions ?? []),
    ],
  });
  return { name, subject, key, der };
}

/** Makes what can still be read, however wrong. */
export function makeParty(options: PartyOptions): Party {
  const { der, ...party } = encodeParty(options);
  return { ...party, certificate: parsed(der) };
}

export const makeAuthority = (options: PartyOptions): Party => makeParty({ authority: true, ...options });

/** The same certificate signed anew with another algorithm. */
export function resigned(
  certificate: UnverifiedCertificate,
  key: KeyObject,
  algorithm: { readonly oid: string; readonly hash: string | null },
): UnverifiedCertificate {
  const value = AsnConvert.parse(certificate.der, Certificate);
  const identifier = new AlgorithmIdentifier({ algorithm: algorithm.oid });
  value.tbsCertificate.signature = identifier;
  value.signatureAlgorithm = identifier;
  const signed = new Uint8Array(AsnConvert.serialize(value.tbsCertificate));
  value.signatureValue = bufferOf(sign(algorithm.hash, signed, key));
  return parsed(new Uint8Array(AsnConvert.serialize(value)));
}

/** An extension that no software knows. */
export function strangeExtension(critical: boolean, extnID = '1.2.392.99999.1'): Extension {
  return new ExtensionValue({ extnID, critical, extnValue: new OctetString(Uint8Array.of(5, 0)) });
}

/** The octets with one bit turned over. */
export function flipped(bytes: Uint8Array, index: number): Uint8Array {
  return bytes.map((octet, at) => (at === (index + bytes.length) % bytes.length ? octet ^ 1 : octet));
}
