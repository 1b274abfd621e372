import { bitsOf, booleanOf, objectIdentifierOf, smallNumberOf } from './der-primitives.ts';
import { contextTag, derTag, enterDer, onlyDer, readAll } from './der-reader.ts';
import type { DistinguishedName } from './distinguished-name.ts';
import { readDistributionPoints } from './distribution-point.ts';
import { extensionId } from './extension-id.ts';
import { readGeneralNames } from './general-name.ts';
import type { KeyUsage } from './key-usage.ts';
import { readNameConstraints } from './read-name-constraints.ts';
import {
  readInhibitAnyPolicy,
  readPolicies,
  readPolicyConstraints,
  readPolicyMappings,
} from './read-policy-extensions.ts';
import { otherNamesIn } from './take-general-names.ts';
import type { BasicConstraints, RawExtension, UnverifiedCertificate } from './unverified-certificate.ts';

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
  | 'policyMappings'
  | 'policyConstraints'
  | 'inhibitAnyPolicy'
  | 'nameConstraints'
  | 'alternativeNames'
  | 'subjectKeyIdentifier'
  | 'authorityKeyIdentifier'
  | 'distributionPoints'
  | 'freshestListPoints'
  | 'revocationListNames'
  | 'statusResponders'
  | 'otherNames'
>;

function basicConstraints(value: Uint8Array): BasicConstraints {
  const fields = enterDer(value, derTag.sequence);
  const authority = fields.takeOptional(derTag.boolean);
  const pathLength = fields.takeOptional(derTag.integer);
  fields.end();
  return {
    authority: authority !== null && booleanOf(authority.contents),
    pathLength: pathLength === null ? null : smallNumberOf(pathLength.contents),
  };
}

function keyUsage(value: Uint8Array): KeyUsage[] {
  const bits = bitsOf(onlyDer(value, derTag.bitString));
  return keyUses.filter((_, bit) => bits.has(bit));
}

function extendedKeyUsage(value: Uint8Array): string[] {
  const purposes = readAll(enterDer(value, derTag.sequence), (reader) =>
    objectIdentifierOf(reader.take(derTag.objectIdentifier).contents),
  );
  if (purposes.length === 0) throw new Error('extendedKeyUsage without a purpose (RFC 5280 §4.2.1.12)');
  return purposes;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function authorityKeyIdentifier(value: Uint8Array): string | null {
  const key = enterDer(value, derTag.sequence).takeOptional(contextTag(0, 'primitive'));
  return key === null ? null : hex(key.contents);
}

/** Addresses of the kind id-ad-ocsp (RFC 5280 §4.2.2.1). */
function statusResponders(value: Uint8Array): string[] {
  return readAll(enterDer(value, derTag.sequence), (descriptions) => {
    const fields = descriptions.enter(derTag.sequence);
    const method = objectIdentifierOf(fields.take(derTag.objectIdentifier).contents);
    const location = fields.takeAny();
    fields.end();
    return method === '1.3.6.1.5.5.7.48.1' && location.tag === contextTag(6, 'primitive')
      ? [Buffer.from(location.contents).toString('latin1')]
      : [];
  }).flat();
}

/** Reads the extensions that this room knows; throws where one of them is broken. */
export function readCertificateExtensions(
  extensions: readonly RawExtension[],
  issuer: DistinguishedName,
): ReadExtensions {
  const read = <T, N>(oid: string, parse: (value: Uint8Array) => T, absent: N): T | N => {
    const found = extensions.find((extension) => extension.oid === oid);
    return found === undefined ? absent : parse(found.value);
  };
  const points = (value: Uint8Array) => readDistributionPoints(value, issuer);
  const distributionPoints = read(extensionId.revocationListPoints, points, []);
  return {
    extensions,
    basicConstraints: read(extensionId.basicConstraints, basicConstraints, null),
    keyUsage: read(extensionId.keyUsage, keyUsage, null),
    extendedKeyUsage: read(extensionId.extendedKeyUsage, extendedKeyUsage, null),
    policies: read(extensionId.certificatePolicies, readPolicies, []),
    policyMappings: read(extensionId.policyMappings, readPolicyMappings, []),
    policyConstraints: read(extensionId.policyConstraints, readPolicyConstraints, null),
    inhibitAnyPolicy: read(extensionId.inhibitAnyPolicy, readInhibitAnyPolicy, null),
    nameConstraints: read(extensionId.nameConstraints, readNameConstraints, null),
    alternativeNames: read(
      extensionId.subjectAltName,
      (value) => readGeneralNames(enterDer(value, derTag.sequence)),
      [],
    ),
    subjectKeyIdentifier: read(
      extensionId.subjectKeyIdentifier,
      (value) => hex(onlyDer(value, derTag.octetString)),
      null,
    ),
    authorityKeyIdentifier: read(extensionId.authorityKeyIdentifier, authorityKeyIdentifier, null),
    distributionPoints,
    freshestListPoints: read(extensionId.freshestList, points, []),
    revocationListNames: distributionPoints.flatMap(({ names }) => names ?? []),
    statusResponders: read(extensionId.authorityInformation, statusResponders, []),
    otherNames: read(
      extensionId.subjectAltName,
      (value) => otherNamesIn(enterDer(value, derTag.sequence)),
      new Map<string, string>(),
    ),
  };
}
