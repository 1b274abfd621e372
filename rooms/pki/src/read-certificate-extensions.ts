import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  ExtendedKeyUsage,
  type Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  KeyUsage as KeyUsageBits,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { fromBER, Utf8String } from 'asn1js';
import { bytesOf, decodeDer } from './decode-der.ts';
import type { KeyUsage } from './key-usage.ts';
import { readGeneralNames } from './read-general-names.ts';
import type { RawExtension, UnverifiedCertificate } from './unverified-certificate.ts';

/** In the order of the bits, RFC 5280 §4.2.1.3. */
const keyUses: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

type ReadExtensions = Pick<
  UnverifiedCertificate,
  | 'extensions'
  | 'basicConstraints'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'policies'
  | 'subjectKeyIdentifier'
  | 'authorityKeyIdentifier'
  | 'revocationListNames'
  | 'otherNames'
>;

function hex(buffer: ArrayBuffer): string {
  return Buffer.from(buffer).toString('hex');
}

/** The text of an explicitly tagged UTF8String, or null when the value is of another kind. */
function utf8Within(value: ArrayBuffer): string | null {
  const { offset, result } = fromBER(value);
  return offset !== -1 && result instanceof Utf8String ? result.valueBlock.value : null;
}

function readOtherNames(names: SubjectAlternativeName | null): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { otherName } of names ?? []) {
    if (otherName === undefined) continue;
    const text = utf8Within(otherName.value);
    if (text !== null) texts.set(otherName.typeId, text);
  }
  return texts;
}

/** Reads the extensions that this room knows; throws where one of them is broken or comes twice (§4.2). */
export function readCertificateExtensions(extensions: readonly Extension[]): ReadExtensions {
  const values = new Map<string, Uint8Array>();
  const raw: RawExtension[] = extensions.map(({ extnID, critical, extnValue }) => {
    const value = bytesOf(extnValue.buffer);
    if (values.has(extnID)) throw new Error(`extension ${extnID} comes twice (RFC 5280 §4.2)`);
    values.set(extnID, value);
    return { oid: extnID, critical, value };
  });
  const read = <T>(oid: string, schema: new () => T): T | null => {
    const value = values.get(oid);
    return value === undefined ? null : decodeDer(value, schema);
  };
  const constraints = read(id_ce_basicConstraints, BasicConstraints);
  const uses = read(id_ce_keyUsage, KeyUsageBits);
  const bits = uses === null ? 0 : uses.toNumber();
  const extendedUses = read(id_ce_extKeyUsage, ExtendedKeyUsage);
  const subjectKey = read(id_ce_subjectKeyIdentifier, SubjectKeyIdentifier);
  const authorityKey = read(id_ce_authorityKeyIdentifier, AuthorityKeyIdentifier)?.keyIdentifier;
  const points = read(id_ce_cRLDistributionPoints, CRLDistributionPoints);
  return {
    extensions: raw,
    basicConstraints:
      constraints === null
        ? null
        : { authority: constraints.cA, pathLength: constraints.pathLenConstraint ?? null },
    keyUsage: uses === null ? null : keyUses.filter((_, bit) => (bits & (1 << bit)) !== 0),
    extendedKeyUsage: extendedUses === null ? null : [...extendedUses],
    policies: [...(read(id_ce_certificatePolicies, CertificatePolicies) ?? [])].map(
      ({ policyIdentifier }) => policyIdentifier,
    ),
    subjectKeyIdentifier: subjectKey === null ? null : hex(subjectKey.buffer),
    authorityKeyIdentifier: authorityKey === undefined ? null : hex(authorityKey.buffer),
    revocationListNames: [...(points ?? [])].flatMap((point) =>
      readGeneralNames(point.distributionPoint?.fullName ?? []),
    ),
    otherNames: readOtherNames(read(id_ce_subjectAltName, SubjectAlternativeName)),
  };
}
