import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import {
  ExtendedKeyUsage,
  Extension,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import {
  bufferOf,
  encodeCertificate,
  extensionOf,
  nameOf,
  publicHalf,
} from '../certificate/encode-certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { type CertificateId, namesIssuer } from '../ocsp/certificate-id.ts';
import { encodeStatusRefusal, encodeStatusResponse } from '../ocsp/encode-status-response.ts';
import { ocspId } from '../ocsp/ocsp-id.ts';
import type { StatusAnswer } from '../ocsp/parse-status-response.ts';
import { parseStatusRequest } from '../ocsp/status-request.ts';
import type { RevokedEntry } from '../revocation/encode-revocation-list.ts';
import type { TestIssuer } from './test-authority.ts';
import {
  identifyingExtensions,
  serialNumberFrom,
  type TestCertificateIssuer,
} from './test-certificate-issuer.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

interface Responder {
  readonly key: KeyObject;
  readonly certificate: UnverifiedCertificate;
}

/** A key for answers alone: P-256, certified for OCSPSigning and nothing else, exempt from being asked about. */
function makeResponder(
  issuer: TestCertificateIssuer,
  now: Date,
  random: (length: number) => Uint8Array,
): Responder {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = publicHalf(privateKey);
  const noCheck = new OctetString(bufferOf(Uint8Array.of(5, 0)));
  const parsed = parseCertificate(
    encodeCertificate({
      serialNumber: serialNumberFrom(random),
      issuer: issuer.name,
      issuerKey: issuer.privateKey,
      subject: nameOf([
        ['2.5.4.6', 'JP'],
        ['2.5.4.3', 'Honnin Test Status Responder'],
      ]),
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + 30 * dayMs),
      publicKey,
      extensions: [
        extensionOf(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.digitalSignature)),
        extensionOf(id_ce_extKeyUsage, false, new ExtendedKeyUsage([ocspId.signing])),
        new Extension({ extnID: ocspId.noCheck, critical: false, extnValue: noCheck }),
        ...identifyingExtensions(publicKey, issuer.name, publicHalf(issuer.privateKey)),
      ],
    }),
  );
  if (parsed.status === 'failed') throw new Error(parsed.reason.detail ?? parsed.reason.code);
  return { key: privateKey, certificate: parsed.value };
}

/** Signs answers on demand; a revocation shows in the next one. The responders' keys are made when first needed. */
export function createTestStatusResponder(options: {
  readonly issuers: Readonly<Record<TestIssuer, TestCertificateIssuer>>;
  readonly anchors: Readonly<Record<TestIssuer, UnverifiedCertificate>>;
  /** Grows while the authority lives. */
  readonly revoked: readonly (RevokedEntry & { readonly issuer: TestIssuer })[];
  readonly random: (length: number) => Uint8Array;
}): (request: Uint8Array, now: Date) => Uint8Array {
  const { issuers, anchors, revoked, random } = options;
  const kinds: readonly TestIssuer[] = ['authentication', 'signature', 'terminal'];
  const responders = new Map<TestIssuer, Responder>();

  const responderOf = (kind: TestIssuer, now: Date): Responder => {
    const before = responders.get(kind);
    const soon = now.getTime() + dayMs;
    if (before !== undefined && before.certificate.notAfter.getTime() > soon) return before;
    const made = makeResponder(issuers[kind], now, random);
    responders.set(kind, made);
    return made;
  };

  const answerFor = (kind: TestIssuer, id: CertificateId, now: Date): StatusAnswer => {
    const entry = revoked.find(
      ({ issuer, serialNumber, at }) => issuer === kind && serialNumber === id.serialNumber && at <= now,
    );
    return {
      id,
      status:
        entry === undefined ? { kind: 'good' } : { kind: 'revoked', at: entry.at, reason: entry.reason },
      thisUpdate: now,
      nextUpdate: new Date(now.getTime() + hourMs),
    };
  };

  return (request, now) => {
    const parsed = parseStatusRequest(request);
    if (parsed.status === 'failed') return encodeStatusRefusal('malformedRequest');
    const { ids, nonce } = parsed.value;
    const kind = kinds.find((candidate) => ids.every((id) => namesIssuer(id, anchors[candidate])));
    if (kind === undefined || ids.length === 0) return encodeStatusRefusal('unauthorized');
    const { key, certificate } = responderOf(kind, now);
    return encodeStatusResponse({
      signer: certificate,
      key,
      producedAt: now,
      answers: ids.map((id) => answerFor(kind, id, now)),
      nonce,
      certificates: [certificate],
    });
  };
}
