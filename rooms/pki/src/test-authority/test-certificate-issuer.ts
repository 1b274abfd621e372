import { createPrivateKey, type KeyObject } from 'node:crypto';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  CRLDistributionPoints,
  DistributionPoint,
  DistributionPointName,
  type Extension,
  GeneralName,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  type Name,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import {
  bufferOf,
  encodeCertificate,
  extensionOf,
  keyIdentifier,
  publicHalf,
} from '../certificate/encode-certificate.ts';
import { jpkiNames } from '../certificate/jpki-names.ts';
import type { TestIssuer } from './test-authority.ts';

/** One X.509 authority of the test authority: its name, its key, its own certificate. */
export interface TestCertificateIssuer {
  readonly name: Name;
  readonly privateKey: KeyObject;
  readonly certificate: Uint8Array;
}

/** A revocation list is published under the authority's own name, as JPKI does: no address. */
function distributionPoints(issuer: Name): CRLDistributionPoints {
  return new CRLDistributionPoints([
    new DistributionPoint({
      distributionPoint: new DistributionPointName({
        fullName: [new GeneralName({ directoryName: issuer })],
      }),
    }),
  ]);
}

/** The extensions that every certificate of the hierarchy has, its own key and its issuer's key named. */
export function identifyingExtensions(
  subjectKey: KeyObject,
  issuer: Name,
  issuerKey: KeyObject,
): Extension[] {
  return [
    extensionOf(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(subjectKey))),
    extensionOf(
      id_ce_authorityKeyIdentifier,
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(issuerKey) }),
    ),
    extensionOf(id_ce_cRLDistributionPoints, false, distributionPoints(issuer)),
  ];
}

const names: Readonly<Record<TestIssuer, () => Name>> = {
  authentication: jpkiNames.authenticationAuthority,
  signature: jpkiNames.signatureAuthority,
  terminal: jpkiNames.terminalAuthority,
};

export function issuerName(kind: TestIssuer): Name {
  return names[kind]();
}

/** Makes an authority's self-signed certificate: critical basicConstraints and keyUsage, one tier below it. */
export function selfSigned(
  kind: TestIssuer,
  options: {
    readonly privateKey: KeyObject;
    readonly serialNumber: Uint8Array;
    readonly notBefore: Date;
    readonly notAfter: Date;
  },
): TestCertificateIssuer {
  const { privateKey, serialNumber, notBefore, notAfter } = options;
  const name = issuerName(kind);
  const publicKey = publicHalf(privateKey);
  const certificate = encodeCertificate({
    serialNumber,
    issuer: name,
    subject: name,
    notBefore,
    notAfter,
    publicKey,
    issuerKey: privateKey,
    extensions: [
      extensionOf(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign)),
      extensionOf(id_ce_basicConstraints, true, new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
      ...(kind === 'terminal'
        ? []
        : [extensionOf(id_ce_subjectAltName, false, new SubjectAlternativeName([jpkiNames.serviceName()]))]),
      ...identifyingExtensions(publicKey, name, publicKey),
    ],
  });
  return { name, privateKey, certificate };
}

/** Reads an unencrypted PKCS#8 key; throws when it is none. */
export function privateKeyOf(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
}

export function privateKeyText(privateKey: KeyObject): string {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** A positive serial number of eight octets. */
export function serialNumberFrom(random: (length: number) => Uint8Array): Uint8Array {
  const octets = Uint8Array.from(random(8));
  const [first = 0] = octets;
  octets[0] = (first & 0x7f) | 0x40;
  return new Uint8Array(bufferOf(octets));
}
