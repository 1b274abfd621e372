import { createHash } from 'node:crypto';
import { type Reason, reason } from '@honnin/outcome';
import type { AlgorithmFloor } from '../certificate/algorithm-floor.ts';
import { extensionId } from '../certificate/extension-id.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { verifyIssuerSignature } from '../path/verify-issuer-signature.ts';
import { publicKeyBits } from './certificate-id.ts';
import { ocspId } from './ocsp-id.ts';
import type { UnverifiedStatusResponse } from './parse-status-response.ts';

/** Whom a response may come from. */
export interface StatusSignerQuestion {
  readonly issuer: UnverifiedCertificate;
  readonly at: Date;
  readonly floor: AlgorithmFloor;
  /** Responders that the operator knows by themselves (RFC 6960 §4.2.2.2, local configuration). */
  readonly knownResponders: readonly UnverifiedCertificate[];
}

function invalid(detail: string): Reason {
  return reason('status-response-signature-invalid', detail);
}

function isResponder({ responder }: UnverifiedStatusResponse, certificate: UnverifiedCertificate): boolean {
  return responder.kind === 'name'
    ? responder.name.canonical === certificate.subject.canonical
    : responder.hash === createHash('sha1').update(publicKeyBits(certificate)).digest('hex');
}

const readExtensions: ReadonlySet<string> = new Set([
  extensionId.keyUsage,
  extensionId.extendedKeyUsage,
  extensionId.basicConstraints,
  extensionId.subjectAltName,
  extensionId.certificatePolicies,
  ocspId.noCheck,
]);

/**
 * A delegated responder (RFC 6960 §4.2.2.2): certified by the very issuer for this purpose alone, and exempt from
 * questions about its own status by id-pkix-ocsp-nocheck. One without that exemption is not believed, since the
 * question would go round in a circle.
 */
function objectionTo(
  responder: UnverifiedCertificate,
  { issuer, at, floor }: StatusSignerQuestion,
): string | null {
  if (responder.issuer.canonical !== issuer.subject.canonical) return 'not certified by the issuer';
  if (responder.extendedKeyUsage?.includes(ocspId.signing) !== true) return 'without OCSPSigning';
  if (responder.keyUsage?.includes('digitalSignature') === false) return 'without digitalSignature';
  if (at < responder.notBefore || at > responder.notAfter) return 'outside its period';
  if (!responder.extensions.some(({ oid }) => oid === ocspId.noCheck)) return 'without nocheck';
  const strange = responder.extensions.find(({ oid, critical }) => critical && !readExtensions.has(oid));
  if (strange !== undefined) return `with critical extension ${strange.oid}`;
  const signature = verifyIssuerSignature(responder, issuer.publicKey, floor);
  return signature.status === 'verified'
    ? null
    : (signature.reasons[0]?.detail ?? 'certified by another key');
}

/** Why nobody who may answer for the issuer signed this response, or null where one did (RFC 6960 §3.2). */
export function objectionToSigner(
  response: UnverifiedStatusResponse,
  question: StatusSignerQuestion,
): Reason | null {
  const { issuer, floor, knownResponders } = question;
  const authorised = [issuer, ...knownResponders].filter((candidate) => isResponder(response, candidate));
  const delegated = response.certificates.filter((candidate) => isResponder(response, candidate));
  const refusals: string[] = [];
  for (const candidate of [...authorised, ...delegated]) {
    const objection = authorised.includes(candidate) ? null : objectionTo(candidate, question);
    if (objection !== null) {
      refusals.push(`responder ${candidate.subject.text} ${objection}`);
      continue;
    }
    const signature = verifyIssuerSignature(response, candidate.publicKey, floor);
    if (signature.status === 'verified') return null;
    refusals.push(signature.reasons[0]?.detail ?? 'signature');
  }
  return invalid(`RFC 6960 §3.2, §4.2.2.2: ${refusals[0] ?? 'no certificate of the responder'}`);
}
