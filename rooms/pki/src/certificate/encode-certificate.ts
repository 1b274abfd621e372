import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Extension,
  Extensions,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

const nullParameters = Uint8Array.of(5, 0).buffer;

/** A fresh ArrayBuffer with the same octets, as the ASN.1 classes want them. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

/** Builds a name from pairs of attribute type and text, most general part first; `country` in PrintableString. */
export function nameOf(parts: readonly (readonly [oid: string, text: string])[]): Name {
  return new Name(
    parts.map(([type, text]) => {
      const value = new AttributeValue(
        type === '2.5.4.6' || /^[A-Za-z0-9 '()+,\-./:=?]+$/.test(text)
          ? { printableString: text }
          : { utf8String: text },
      );
      return new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value })]);
    }),
  );
}

/** An extension whose value is the DER of an ASN.1 object. */
export function extensionOf(extnID: string, critical: boolean, value: unknown): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

function subjectPublicKeyInfo(publicKey: KeyObject): SubjectPublicKeyInfo {
  return AsnConvert.parse(publicKey.export({ format: 'der', type: 'spki' }), SubjectPublicKeyInfo);
}

/** RFC 7093 §2 method 1: the leftmost 160 bits of the SHA-256 of the key's BIT STRING. */
export function keyIdentifier(publicKey: KeyObject): OctetString {
  const key = new Uint8Array(subjectPublicKeyInfo(publicKey).subjectPublicKey);
  return new OctetString(bufferOf(createHash('sha256').update(key).digest().subarray(0, 20)));
}

/** sha256WithRSA for an RSA key, ecdsa-with-SHA256 for an EC key. */
export function signatureAlgorithmFor(privateKey: KeyObject): AlgorithmIdentifier {
  return privateKey.asymmetricKeyType === 'rsa'
    ? new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.11', parameters: nullParameters })
    : new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
}

/** What goes into a certificate; `issuerKey` signs it. */
export interface CertificateContents {
  /** Positive, most significant octet first. */
  readonly serialNumber: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Extension[];
  readonly issuerKey: KeyObject;
}

/** Encodes and signs a version 3 certificate. It applies no policy: tests make bad certificates with it too. */
export function encodeCertificate(contents: CertificateContents): Uint8Array {
  const algorithm = signatureAlgorithmFor(contents.issuerKey);
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: bufferOf(contents.serialNumber),
    signature: algorithm,
    issuer: contents.issuer,
    validity: new Validity({ notBefore: contents.notBefore, notAfter: contents.notAfter }),
    subject: contents.subject,
    subjectPublicKeyInfo: subjectPublicKeyInfo(contents.publicKey),
    extensions: new Extensions([...contents.extensions]),
  });
  const signed = new Uint8Array(AsnConvert.serialize(tbsCertificate));
  return new Uint8Array(
    AsnConvert.serialize(
      new Certificate({
        tbsCertificate,
        signatureAlgorithm: algorithm,
        signatureValue: bufferOf(sign('sha256', signed, contents.issuerKey)),
      }),
    ),
  );
}

/** The public half of a private key. */
export function publicHalf(privateKey: KeyObject): KeyObject {
  return createPublicKey(privateKey);
}
