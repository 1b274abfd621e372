import { reason } from '@honnin/outcome';
import { safeAlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { FetchOctets } from '../revocation/fetch-octets.ts';
import type { RevocationSource } from '../revocation/revocation-source.ts';
import { certificateIdOf, type IdentifierHash } from './certificate-id.ts';
import { judgeStatusResponse } from './judge-status-response.ts';
import { parseStatusResponse } from './parse-status-response.ts';
import { encodeStatusRequest } from './status-request.ts';

export interface ResponderOptions {
  readonly fetchOctets: FetchOctets;
  readonly random: (length: number) => Uint8Array;
  /** Whom to ask about a certificate; null where nobody. Default: the http address in its authorityInfoAccess. */
  readonly addressOf?: (certificate: UnverifiedCertificate) => string | null;
  /** `required` (default), `optional` for responders that leave it out, `omitted` for those that sign in advance. */
  readonly nonce?: 'required' | 'optional' | 'omitted';
  /** Which hash names the certificate; SHA-1 is what every responder knows, and protects nothing here. */
  readonly identifierHash?: IdentifierHash;
  readonly knownResponders?: readonly UnverifiedCertificate[];
  /** How old an answer without nextUpdate may be. Default 10 minutes. */
  readonly maximumAgeMs?: number;
  /** Default 5 minutes. */
  readonly clockDifferenceMs?: number;
}

/** RFC 9654 §2.1: 32 octets, fresh for each question. */
const nonceBytes = 32;

/**
 * Answers by asking an OCSP responder (RFC 6960) about every certificate anew. What it does not say, or says
 * without proof, is `unknown` with its reason, never good.
 */
export function createResponderRevocationSource(options: ResponderOptions): RevocationSource {
  const { fetchOctets, random, nonce: nonceUse = 'required', knownResponders = [] } = options;
  const addressOf =
    options.addressOf ??
    (({ statusResponders }: UnverifiedCertificate) =>
      statusResponders.find((address) => /^https?:/i.test(address)) ?? null);
  return {
    async statusOf(certificate, issuer, at, context) {
      const address = addressOf(certificate);
      if (address === null)
        return {
          kind: 'unknown',
          reason: reason('status-responder-missing', `none for ${certificate.issuer.text}`),
        };
      const nonce = nonceUse === 'omitted' ? null : random(nonceBytes);
      const id = certificateIdOf(options.identifierHash ?? 'sha1', certificate.serialNumber, issuer);
      const fetched = await fetchOctets(address, {
        contentType: 'application/ocsp-request',
        body: encodeStatusRequest({ ids: [id], nonce }),
      });
      if (fetched.status === 'failed') return { kind: 'unknown', reason: fetched.reason };
      const response = parseStatusResponse(fetched.value);
      if (response.status === 'failed') return { kind: 'unknown', reason: response.reason };
      return judgeStatusResponse(response.value, {
        certificate,
        issuer,
        at,
        floor: context?.floor ?? safeAlgorithmFloor,
        knownResponders,
        nonce,
        nonceMayBeMissing: nonceUse !== 'required',
        maximumAgeMs: options.maximumAgeMs ?? 600_000,
        clockDifferenceMs: options.clockDifferenceMs ?? 300_000,
      });
    },
  };
}
