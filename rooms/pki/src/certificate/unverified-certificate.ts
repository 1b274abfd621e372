import type { KeyObject } from 'node:crypto';
import type { DistinguishedName } from './distinguished-name.ts';
import type { DistributionPoint } from './distribution-point.ts';
import type { GeneralName } from './general-name.ts';
import type { KeyUsage } from './key-usage.ts';

/** An algorithm as named in a certificate: its object identifier, and its parameters in DER. */
export interface AlgorithmName {
  readonly oid: string;
  readonly parameters: Uint8Array | null;
}

/** One extension in its raw form; `value` is the content of the OCTET STRING. */
export interface RawExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** RFC 5280 §4.2.1.9. */
export interface BasicConstraints {
  readonly authority: boolean;
  readonly pathLength: number | null;
}

/** A policy of an issuer that counts as one of its subject's, RFC 5280 §4.2.1.5. */
export interface PolicyMapping {
  readonly issuerPolicy: string;
  readonly subjectPolicy: string;
}

/** RFC 5280 §4.2.1.11; how many more certificates may follow before the rule takes effect. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | null;
  readonly inhibitPolicyMapping: number | null;
}

/** RFC 5280 §4.2.1.10; trees without a minimum above 0 and without a maximum, others are not read. */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

/** A certificate that could be read; nothing about it is believed yet. */
export interface UnverifiedCertificate {
  readonly der: Uint8Array;
  /** 1, 2 or 3. */
  readonly version: number;
  /** Lower-case hexadecimal, whole octets, without a sign octet. */
  readonly serialNumber: string;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  /** A DSA key without parameters of its own (RFC 3279 §2.3.2): `publicKey` then checks nothing. */
  readonly inheritsKeyParameters: boolean;
  /** SubjectPublicKeyInfo as it stands in the certificate. */
  readonly publicKeyInfo: Uint8Array;
  /** SHA-256 of `der`, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** The signed part, byte for byte. */
  readonly toBeSigned: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: AlgorithmName;
  readonly extensions: readonly RawExtension[];
  /** `null` where the extension is absent. */
  readonly basicConstraints: BasicConstraints | null;
  readonly keyUsage: readonly KeyUsage[] | null;
  readonly extendedKeyUsage: readonly string[] | null;
  /** Empty where the extension is absent; it names at least one where it is there. */
  readonly policies: readonly string[];
  readonly policyMappings: readonly PolicyMapping[];
  readonly policyConstraints: PolicyConstraints | null;
  readonly inhibitAnyPolicy: number | null;
  readonly nameConstraints: NameConstraints | null;
  readonly alternativeNames: readonly GeneralName[];
  /** Lower-case hexadecimal, or `null`. */
  readonly subjectKeyIdentifier: string | null;
  readonly authorityKeyIdentifier: string | null;
  readonly distributionPoints: readonly DistributionPoint[];
  /** Where delta lists are published (RFC 5280 §4.2.1.15). */
  readonly freshestListPoints: readonly DistributionPoint[];
  /** Canonical directory names and URIs under which the issuer publishes its revocation lists. */
  readonly revocationListNames: readonly string[];
  /** Addresses that answer about this certificate's status (RFC 6960), from authorityInfoAccess. */
  readonly statusResponders: readonly string[];
  /** Subject alternative names of the kind otherName whose value is a UTF-8 text, by object identifier. */
  readonly otherNames: ReadonlyMap<string, string>;
}
