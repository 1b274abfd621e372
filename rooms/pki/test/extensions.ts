import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  CertificatePolicies,
  CRLDistributionPoints,
  DistributionPoint,
  DistributionPointName,
  Extension,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  InhibitAnyPolicy,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_inhibitAnyPolicy,
  id_ce_nameConstraints,
  id_ce_policyConstraints,
  id_ce_policyMappings,
  id_ce_subjectAltName,
  type Name,
  NameConstraints,
  PolicyConstraints,
  PolicyInformation,
  PolicyMapping,
  PolicyMappings,
  type Reason,
  type RelativeDistinguishedName,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';
import { der } from '../src/certificate/der-writer.ts';
import { bufferOf, extensionOf } from '../src/certificate/encode-certificate.ts';

export const anyPolicy = '2.5.29.32.0';

export function policies(...identifiers: readonly string[]): Extension {
  const list = identifiers.map((policyIdentifier) => new PolicyInformation({ policyIdentifier }));
  return extensionOf(id_ce_certificatePolicies, false, new CertificatePolicies(list));
}

export function mappings(...pairs: readonly (readonly [issuer: string, subject: string])[]): Extension {
  const list = pairs.map(([issuerPolicy, subjectPolicy]) =>
    Object.assign(new PolicyMapping(), {
      issuerDomainPolicy: issuerPolicy,
      subjectDomainPolicy: subjectPolicy,
    }),
  );
  return extensionOf(id_ce_policyMappings, true, new PolicyMappings(list));
}

export function policyConstraints(
  numbers: { readonly explicit?: number; readonly mapping?: number },
  critical = true,
): Extension {
  const value = new PolicyConstraints({
    ...(numbers.explicit === undefined
      ? {}
      : { requireExplicitPolicy: bufferOf(Uint8Array.of(numbers.explicit)) }),
    ...(numbers.mapping === undefined
      ? {}
      : { inhibitPolicyMapping: bufferOf(Uint8Array.of(numbers.mapping)) }),
  });
  return extensionOf(id_ce_policyConstraints, critical, value);
}

export function inhibitAnyPolicy(number: number): Extension {
  return extensionOf(id_ce_inhibitAnyPolicy, true, new InhibitAnyPolicy(bufferOf(Uint8Array.of(number))));
}

export interface Trees {
  readonly permitted?: readonly GeneralName[];
  readonly excluded?: readonly GeneralName[];
}

export function nameConstraints({ permitted, excluded }: Trees, critical = true): Extension {
  const trees = (names: readonly GeneralName[]) =>
    new GeneralSubtrees(names.map((base) => new GeneralSubtree({ base })));
  return extensionOf(
    id_ce_nameConstraints,
    critical,
    new NameConstraints({
      ...(permitted === undefined ? {} : { permittedSubtrees: trees(permitted) }),
      ...(excluded === undefined ? {} : { excludedSubtrees: trees(excluded) }),
    }),
  );
}

export function alternativeNames(names: readonly GeneralName[], critical = false): Extension {
  return extensionOf(id_ce_subjectAltName, critical, new SubjectAlternativeName([...names]));
}

export const host = (text: string): GeneralName => new GeneralName({ dNSName: text });
export const mail = (text: string): GeneralName => new GeneralName({ rfc822Name: text });
export const uri = (text: string): GeneralName => new GeneralName({ uniformResourceIdentifier: text });
export const directory = (name: Name): GeneralName => new GeneralName({ directoryName: name });
export const registered = (oid: string): GeneralName => new GeneralName({ registeredID: oid });

/** An iPAddress of any octets; the library would write texts in its own way. */
export function address(...octets: readonly number[]): GeneralName {
  return AsnConvert.parse(der(0x87, Uint8Array.from(octets)), GeneralName);
}

export interface Point {
  readonly names?: readonly GeneralName[];
  readonly relative?: RelativeDistinguishedName;
  readonly reasons?: Reason;
  readonly listIssuer?: Name;
}

export function pointName({ names, relative }: Point): DistributionPointName | undefined {
  if (names !== undefined) return new DistributionPointName({ fullName: [...names] });
  return relative === undefined
    ? undefined
    : new DistributionPointName({ nameRelativeToCRLIssuer: relative });
}

export function distributionPoints(...points: readonly Point[]): Extension {
  const list = points.map((point) => {
    const distributionPoint = pointName(point);
    return new DistributionPoint({
      ...(distributionPoint === undefined ? {} : { distributionPoint }),
      ...(point.reasons === undefined ? {} : { reasons: point.reasons }),
      ...(point.listIssuer === undefined ? {} : { cRLIssuer: [directory(point.listIssuer)] }),
    });
  });
  return extensionOf(id_ce_cRLDistributionPoints, false, new CRLDistributionPoints(list));
}

/** An extension whose value is given in octets. */
export function rawExtension(extnID: string, critical: boolean, value: Uint8Array): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(bufferOf(value)) });
}
