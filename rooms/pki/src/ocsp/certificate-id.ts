import { createHash } from 'node:crypto';
import { objectIdentifierOf, serialNumberOf, wholeOctetsOf } from '../certificate/der-primitives.ts';
import { type DerReader, derTag, enterDer } from '../certificate/der-reader.ts';
import { der, derObjectIdentifier, derSerialNumber } from '../certificate/der-writer.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';

/** Hashes that a certificate may be named with. They identify, and protect nothing, so that SHA-1 will do. */
export type IdentifierHash = 'sha1' | 'sha256' | 'sha384' | 'sha512';

const hashOids: readonly (readonly [IdentifierHash, string])[] = [
  ['sha1', '1.3.14.3.2.26'],
  ['sha256', '2.16.840.1.101.3.4.2.1'],
  ['sha384', '2.16.840.1.101.3.4.2.2'],
  ['sha512', '2.16.840.1.101.3.4.2.3'],
];

/** CertID (RFC 6960 §4.1.1): hashes in lower-case hexadecimal, the serial number as in certificates. */
export interface CertificateId {
  /** Null for a hash that is not known. */
  readonly hash: IdentifierHash | null;
  readonly issuerNameHash: string;
  readonly issuerKeyHash: string;
  readonly serialNumber: string;
}

/** The contents of a key's BIT STRING, which key hashes are taken of. */
export function publicKeyBits({ publicKeyInfo }: UnverifiedCertificate): Uint8Array {
  const fields = enterDer(publicKeyInfo, derTag.sequence);
  fields.take(derTag.sequence);
  return wholeOctetsOf(fields.take(derTag.bitString).contents);
}

function digest(hash: IdentifierHash, octets: Uint8Array): string {
  return createHash(hash).update(octets).digest('hex');
}

/** How a certificate of `issuer` is named with this hash. */
export function certificateIdOf(
  hash: IdentifierHash,
  serialNumber: string,
  issuer: UnverifiedCertificate,
): CertificateId {
  return {
    hash,
    issuerNameHash: digest(hash, issuer.subject.der),
    issuerKeyHash: digest(hash, publicKeyBits(issuer)),
    serialNumber,
  };
}

/** Whether an identifier, of whichever hash, names this certificate of this issuer. */
export function namesCertificate(
  id: CertificateId,
  certificate: UnverifiedCertificate,
  issuer: UnverifiedCertificate,
): boolean {
  return id.serialNumber === certificate.serialNumber && namesIssuer(id, issuer);
}

/** Whether an identifier speaks of certificates of this issuer, by name and by key. */
export function namesIssuer(id: CertificateId, issuer: UnverifiedCertificate): boolean {
  if (id.hash === null) return false;
  const own = certificateIdOf(id.hash, id.serialNumber, issuer);
  return id.issuerNameHash === own.issuerNameHash && id.issuerKeyHash === own.issuerKeyHash;
}

export function takeCertificateId(reader: DerReader): CertificateId {
  const fields = reader.enter(derTag.sequence);
  const algorithm = fields.enter(derTag.sequence);
  const oid = objectIdentifierOf(algorithm.take(derTag.objectIdentifier).contents);
  const hex = () => Buffer.from(fields.take(derTag.octetString).contents).toString('hex');
  const issuerNameHash = hex();
  const issuerKeyHash = hex();
  const serialNumber = serialNumberOf(fields.take(derTag.integer).contents);
  fields.end();
  const [hash = null] = hashOids.find(([, known]) => known === oid) ?? [];
  return { hash, issuerNameHash, issuerKeyHash, serialNumber };
}

/** Throws for an identifier whose hash is not known. */
export function encodeCertificateId(id: CertificateId): Uint8Array {
  const oid = hashOids.find(([hash]) => hash === id.hash)?.[1];
  if (oid === undefined) throw new Error('a hash that is not known');
  return der(
    derTag.sequence,
    der(derTag.sequence, derObjectIdentifier(oid), der(derTag.null)),
    der(derTag.octetString, Buffer.from(id.issuerNameHash, 'hex')),
    der(derTag.octetString, Buffer.from(id.issuerKeyHash, 'hex')),
    derSerialNumber(id.serialNumber),
  );
}
