import { createHash } from 'node:crypto';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { serialNumberOf, smallNumberOf, takeTime, wholeOctetsOf } from './der-primitives.ts';
import { contextTag, type DerReader, derTag, enterDer, onlyDer, DerReader as Reader } from './der-reader.ts';
import { readCertificateExtensions } from './read-certificate-extensions.ts';
import { readPublicKey } from './read-public-key.ts';
import { sameAlgorithm, takeAlgorithm } from './take-algorithm.ts';
import { takeDistinguishedName } from './take-distinguished-name.ts';
import { takeExtensions } from './take-extensions.ts';
import type { UnverifiedCertificate } from './unverified-certificate.ts';

/** Larger encodings are not read: certificates of persons and authorities are a few kilobytes. */
const maximumBytes = 64 * 1024;

/** 1, 2 or 3; the field is absent in version 1. */
function takeVersion(body: DerReader): number {
  const field = body.takeOptional(contextTag(0, 'constructed'));
  const version = field === null ? 1 : smallNumberOf(onlyDer(field.contents, derTag.integer)) + 1;
  if (version > 3) throw new Error(`version ${version}`);
  return version;
}

function read(der: Uint8Array): UnverifiedCertificate {
  if (der.length > maximumBytes) throw new Error(`longer than ${maximumBytes} octets`);
  const certificate = enterDer(der, derTag.sequence);
  const signed = certificate.take(derTag.sequence);
  const signatureAlgorithm = takeAlgorithm(certificate);
  const signature = wholeOctetsOf(certificate.take(derTag.bitString).contents);
  certificate.end();

  const body = new Reader(signed.contents);
  const version = takeVersion(body);
  const serialNumber = serialNumberOf(body.take(derTag.integer).contents);
  if (!sameAlgorithm(signatureAlgorithm, takeAlgorithm(body)))
    throw new Error('the two signature algorithms differ (RFC 5280 §4.1.1.2)');
  const issuer = takeDistinguishedName(body);
  const validity = body.enter(derTag.sequence);
  const notBefore = takeTime(validity);
  const notAfter = takeTime(validity);
  validity.end();
  const subject = takeDistinguishedName(body);
  const publicKeyInfo = body.take(derTag.sequence).encoded;
  // issuerUniqueID and subjectUniqueID (RFC 5280 §4.1.2.8) say nothing that is used.
  body.takeOptional(contextTag(1, 'primitive'));
  body.takeOptional(contextTag(2, 'primitive'));
  const field = body.takeOptional(contextTag(3, 'constructed'));
  body.end();
  if (field !== null && version !== 3) throw new Error('extensions before version 3 (RFC 5280 §4.1.2.9)');
  const inner = new Reader(field?.contents ?? new Uint8Array());
  const extensions = field === null ? [] : takeExtensions(inner);
  inner.end();
  return {
    der,
    version,
    serialNumber,
    issuer,
    subject,
    notBefore,
    notAfter,
    ...readPublicKey(publicKeyInfo),
    publicKeyInfo,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    toBeSigned: signed.encoded,
    signature,
    signatureAlgorithm,
    ...readCertificateExtensions(extensions, issuer),
  };
}

/**
 * Reads an X.509 certificate (DER, strictly). Reading believes nothing: signature, dates and uses are for
 * `validatePath`. Keep the result where the certificate is used again; nothing is cached here.
 * Fails with `certificate-malformed`, also for a key of a kind that node:crypto does not know.
 */
export function parseCertificate(der: Uint8Array): Attempt<UnverifiedCertificate> {
  try {
    return done(read(Uint8Array.from(der)));
  } catch (error) {
    return failed(reason('certificate-malformed', error instanceof Error ? error.message : String(error)));
  }
}
