import { type Reason, reason } from '@honnin/outcome';
import { historicAlgorithmFloor } from '../certificate/algorithm-floor.ts';
import { contextTag, DerReader, derTag } from '../certificate/der-reader.ts';
import { extensionId } from '../certificate/extension-id.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { verifyIssuerSignature } from './verify-issuer-signature.ts';

type Rule = readonly [clause: string, broken: (certificate: UnverifiedCertificate) => boolean];

function extension(certificate: UnverifiedCertificate, oid: string) {
  return certificate.extensions.find((found) => found.oid === oid);
}

const isAuthority = ({ basicConstraints }: UnverifiedCertificate) => basicConstraints?.authority === true;

const critical =
  (oid: string) =>
  (certificate: UnverifiedCertificate): boolean =>
    extension(certificate, oid)?.critical === true;

const notCritical =
  (oid: string) =>
  (certificate: UnverifiedCertificate): boolean =>
    extension(certificate, oid)?.critical === false;

/** Positive, and at most 20 octets with the sign octet that a set first bit needs. */
function serialNumberUnfit({ serialNumber }: UnverifiedCertificate): boolean {
  if (serialNumber.startsWith('-') || /^0*$/.test(serialNumber)) return true;
  const octets = serialNumber.length / 2 + (Number.parseInt(serialNumber.slice(0, 1), 16) >= 8 ? 1 : 0);
  return octets > 20;
}

/** Through the year 2049 UTCTime, from 2050 on GeneralizedTime. */
function timesUnfit({ toBeSigned, notBefore, notAfter }: UnverifiedCertificate): boolean {
  const body = new DerReader(toBeSigned).enter(derTag.sequence);
  body.takeOptional(contextTag(0, 'constructed'));
  for (const tag of [derTag.integer, derTag.sequence, derTag.sequence]) body.take(tag);
  const validity = body.enter(derTag.sequence);
  return [notBefore, notAfter].some(
    (date) =>
      validity.takeAny().tag !== (date.getUTCFullYear() < 2050 ? derTag.utcTime : derTag.generalizedTime),
  );
}

/**
 * Only a self-signed certificate needs not name the key that signed it; names alone do not tell which one that is.
 * The other octets of authorityKeyIdentifier are left aside; without a key identifier it helps nobody.
 */
function issuerKeyNotNamed(certificate: UnverifiedCertificate): boolean {
  if (certificate.authorityKeyIdentifier !== null) return false;
  // Nothing is trusted by this answer, so that old algorithms may give it.
  return (
    verifyIssuerSignature(certificate, certificate.publicKey, historicAlgorithmFloor).status !== 'verified'
  );
}

const authorityWithoutUse: Rule = [
  '§4.2.1.3, keyUsage missing',
  (certificate) => isAuthority(certificate) && certificate.keyUsage === null,
];

/** What RFC 5280 §4 obliges issuers to, as far as a reader of one certificate can tell. */
const rules: readonly Rule[] = [
  ['§4.1.2.2, serial number', serialNumberUnfit],
  ['§4.1.2.4, issuer without a name', ({ issuer }) => issuer.parts.length === 0],
  ['§4.1.2.5, form of the dates', timesUnfit],
  [
    '§4.1.2.6, authority without a name',
    (certificate) => isAuthority(certificate) && certificate.subject.parts.length === 0,
  ],
  [
    '§4.1.2.6, no subject and no critical subjectAltName',
    (certificate) =>
      certificate.subject.parts.length === 0 && !critical(extensionId.subjectAltName)(certificate),
  ],
  ['§4.2.1.1, authorityKeyIdentifier missing', issuerKeyNotNamed],
  ['§4.2.1.1, authorityKeyIdentifier critical', critical(extensionId.authorityKeyIdentifier)],
  [
    '§4.2.1.2, subjectKeyIdentifier missing',
    (certificate) => isAuthority(certificate) && certificate.subjectKeyIdentifier === null,
  ],
  ['§4.2.1.2, subjectKeyIdentifier critical', critical(extensionId.subjectKeyIdentifier)],
  authorityWithoutUse,
  ['§4.2.1.3, keyUsage without a use', ({ keyUsage }) => keyUsage?.length === 0],
  [
    '§4.2.1.3, keyCertSign without authority',
    (certificate) => certificate.keyUsage?.includes('keyCertSign') === true && !isAuthority(certificate),
  ],
  [
    '§4.2.1.5, policyMappings without authority',
    (certificate) => certificate.policyMappings.length > 0 && !isAuthority(certificate),
  ],
  [
    '§4.2.1.9, basicConstraints not critical',
    (certificate) => isAuthority(certificate) && notCritical(extensionId.basicConstraints)(certificate),
  ],
  [
    '§4.2.1.9, path length without authority or without keyCertSign',
    (certificate) =>
      typeof certificate.basicConstraints?.pathLength === 'number' &&
      (!isAuthority(certificate) || certificate.keyUsage?.includes('keyCertSign') === false),
  ],
  ['§4.2.1.10, nameConstraints not critical', notCritical(extensionId.nameConstraints)],
  [
    '§4.2.1.10, nameConstraints without authority',
    (certificate) => certificate.nameConstraints !== null && !isAuthority(certificate),
  ],
  ['§4.2.1.11, policyConstraints not critical', notCritical(extensionId.policyConstraints)],
  ['§4.2.1.14, inhibitAnyPolicy not critical', notCritical(extensionId.inhibitAnyPolicy)],
  ['§4.2.1.15, freshestCRL critical', critical(extensionId.freshestList)],
  ['§4.2.2.1, authorityInfoAccess critical', critical(extensionId.authorityInformation)],
];

/** Without keyUsage nothing is forbidden to a key (§4.2.1.3), and who is an anchor is the operator's word. */
function appliesTo(rule: Rule, role: 'anchor' | 'path'): boolean {
  return role === 'path' || rule !== authorityWithoutUse;
}

/**
 * Where a certificate is not as RFC 5280 §4 obliges its issuer to make it. §6 tolerates most of this, so it is
 * asked only where the caller wants issuers held to their profile.
 */
export function profileBreaches(certificate: UnverifiedCertificate, role: 'anchor' | 'path'): Reason[] {
  return rules
    .filter((rule) => appliesTo(rule, role) && rule[1](certificate))
    .map(([clause]) =>
      reason('certificate-profile-broken', `RFC 5280 ${clause}: ${certificate.subject.text}`),
    );
}
