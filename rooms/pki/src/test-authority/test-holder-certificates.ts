import type { KeyObject } from 'node:crypto';
import {
  CertificatePolicies,
  type Extension,
  GeneralName,
  IssueAlternativeName,
  id_ce_certificatePolicies,
  id_ce_issuerAltName,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  KeyUsage,
  KeyUsageFlags,
  OtherName,
  PolicyInformation,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';
import { Utf8String } from 'asn1js';
import { encodeCertificate, extensionOf, nameOf, publicHalf } from '../certificate/encode-certificate.ts';
import { eraBirthDate } from '../certificate/era-birth-date.ts';
import { jpkiNames } from '../certificate/jpki-names.ts';
import { jpkiProfile } from '../certificate/jpki-profile.ts';
import type {
  AuthenticationCertificateRequest,
  SignatureCertificateRequest,
  TerminalCertificateRequest,
} from './test-authority.ts';
import { identifyingExtensions, type TestCertificateIssuer } from './test-certificate-issuer.ts';

const oid = {
  country: '2.5.4.6',
  commonName: '2.5.4.3',
  locality: '2.5.4.7',
  organisation: '2.5.4.10',
} as const;

function requireRsa2048(publicKey: KeyObject): void {
  if (publicKey.asymmetricKeyType !== 'rsa' || publicKey.asymmetricKeyDetails?.modulusLength !== 2048)
    throw new Error('a card key is RSA-2048');
}

function holderExtensions(
  issuer: TestCertificateIssuer,
  publicKey: KeyObject,
  uses: number,
  policy: string,
): Extension[] {
  return [
    extensionOf(id_ce_keyUsage, true, new KeyUsage(uses)),
    extensionOf(
      id_ce_certificatePolicies,
      true,
      new CertificatePolicies([new PolicyInformation({ policyIdentifier: policy })]),
    ),
    extensionOf(id_ce_issuerAltName, false, new IssueAlternativeName([jpkiNames.serviceName()])),
    ...identifyingExtensions(publicKey, issuer.name, publicHalf(issuer.privateKey)),
  ];
}

/** The authentication certificate (利用者証明用電子証明書): no personal data. */
export function encodeAuthenticationCertificate(
  issuer: TestCertificateIssuer,
  serialNumber: Uint8Array,
  request: AuthenticationCertificateRequest,
): Uint8Array {
  const { publicKey, commonName, notBefore, notAfter } = request;
  requireRsa2048(publicKey);
  return encodeCertificate({
    serialNumber,
    issuer: issuer.name,
    issuerKey: issuer.privateKey,
    subject: nameOf([
      [oid.country, 'JP'],
      [oid.commonName, commonName],
    ]),
    notBefore,
    notAfter,
    publicKey,
    extensions: holderExtensions(
      issuer,
      publicKey,
      KeyUsageFlags.digitalSignature,
      jpkiProfile.policies.authentication,
    ),
  });
}

function otherName(typeId: string, text: string): GeneralName {
  const value = new Utf8String({ value: text }).toBER();
  return new GeneralName({ otherName: new OtherName({ typeId, value }) });
}

/** The signature certificate (署名用電子証明書): the four attributes as otherNames. */
export function encodeSignatureCertificate(
  issuer: TestCertificateIssuer,
  serialNumber: Uint8Array,
  request: SignatureCertificateRequest,
): Uint8Array {
  const { publicKey, commonName, locality, notBefore, notAfter } = request;
  requireRsa2048(publicKey);
  const { otherNames } = jpkiProfile;
  const attributes = new SubjectAlternativeName([
    otherName(otherNames.name, request.name),
    otherName(otherNames.nameSubstitutes, ''),
    otherName(otherNames.sex, request.sex),
    otherName(otherNames.birthDate, eraBirthDate(request.birthDate)),
    otherName(otherNames.address, request.address),
    otherName(otherNames.addressSubstitutes, ''),
  ]);
  return encodeCertificate({
    serialNumber,
    issuer: issuer.name,
    issuerKey: issuer.privateKey,
    subject: nameOf([
      [oid.country, 'JP'],
      [oid.locality, locality],
      [oid.commonName, commonName],
    ]),
    notBefore,
    notAfter,
    publicKey,
    extensions: [
      ...holderExtensions(
        issuer,
        publicKey,
        KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation,
        jpkiProfile.policies.signature,
      ),
      extensionOf(id_ce_subjectAltName, false, attributes),
    ],
  });
}

/** A terminal's certificate: P-256, for signing statements only. */
export function encodeTerminalCertificate(
  issuer: TestCertificateIssuer,
  serialNumber: Uint8Array,
  request: TerminalCertificateRequest & { readonly notBefore: Date; readonly notAfter: Date },
): Uint8Array {
  const { publicKey, commonName, organisation, notBefore, notAfter } = request;
  if (publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('a terminal key is P-256');
  return encodeCertificate({
    serialNumber,
    issuer: issuer.name,
    issuerKey: issuer.privateKey,
    subject: nameOf([
      [oid.country, 'JP'],
      [oid.organisation, organisation],
      [oid.commonName, commonName],
    ]),
    notBefore,
    notAfter,
    publicKey,
    extensions: [
      extensionOf(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.digitalSignature)),
      ...identifyingExtensions(publicKey, issuer.name, publicHalf(issuer.privateKey)),
    ],
  });
}
