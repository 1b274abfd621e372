import { createHash, createPublicKey } from 'node:crypto';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { bytesOf, decodeDer } from './decode-der.ts';
import { readAlgorithm, sameAlgorithm } from './read-algorithm.ts';
import { readCertificateExtensions } from './read-certificate-extensions.ts';
import { readDistinguishedName } from './read-distinguished-name.ts';
import { readSerialNumber } from './read-serial-number.ts';
import { readTime } from './read-time.ts';
import type { UnverifiedCertificate } from './unverified-certificate.ts';

function read(der: Uint8Array): UnverifiedCertificate {
  const certificate = decodeDer(der, Certificate);
  const { tbsCertificate: body, tbsCertificateRaw } = certificate;
  if (tbsCertificateRaw === undefined) throw new Error('no signed part');
  const signatureAlgorithm = readAlgorithm(certificate.signatureAlgorithm);
  if (!sameAlgorithm(signatureAlgorithm, readAlgorithm(body.signature)))
    throw new Error('the two signature algorithms differ (RFC 5280 §4.1.1.2)');
  const version = body.version + 1;
  if (version < 1 || version > 3) throw new Error(`version ${version}`);
  const extensions = [...(body.extensions ?? [])];
  if (extensions.length > 0 && version !== 3)
    throw new Error('extensions before version 3 (RFC 5280 §4.1.2.9)');
  return {
    der: Uint8Array.from(der),
    version,
    serialNumber: readSerialNumber(body.serialNumber),
    issuer: readDistinguishedName(body.issuer),
    subject: readDistinguishedName(body.subject),
    notBefore: readTime(body.validity.notBefore),
    notAfter: readTime(body.validity.notAfter),
    publicKey: createPublicKey({
      key: Buffer.from(AsnConvert.serialize(body.subjectPublicKeyInfo)),
      format: 'der',
      type: 'spki',
    }),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    toBeSigned: bytesOf(tbsCertificateRaw),
    signature: bytesOf(certificate.signatureValue),
    signatureAlgorithm,
    ...readCertificateExtensions(extensions),
  };
}

/**
 * Reads an X.509 certificate (DER). Reading believes nothing: signature, dates and uses are for
 * `validatePath`. Keep the result where the certificate is used again; nothing is cached here.
 * Fails with `certificate-malformed`, also for a key of a kind that node:crypto does not know.
 */
export function parseCertificate(der: Uint8Array): Attempt<UnverifiedCertificate> {
  try {
    return done(read(der));
  } catch (error) {
    return failed(reason('certificate-malformed', error instanceof Error ? error.message : String(error)));
  }
}
