import { type Reason, reason } from '@honnin/outcome';
import { safeAlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { RevocationSource } from '../revocation/revocation-source.ts';
import { judgeStatusResponse } from './judge-status-response.ts';
import { parseStatusResponse } from './parse-status-response.ts';

/**
 * Answers from OCSP responses that somebody else asked for and handed on (stapled: RFC 6066 §8, RFC 6961). There
 * is no nonce in them, so that their dates alone keep an old one from being shown again.
 */
export function stapledRevocationSource(
  responses: readonly Uint8Array[],
  options: { readonly maximumAgeMs?: number; readonly clockDifferenceMs?: number } = {},
): RevocationSource {
  return {
    async statusOf(certificate, issuer, at, context) {
      const refusals: Reason[] = [];
      for (const encoded of responses) {
        const response = parseStatusResponse(encoded);
        if (response.status === 'failed') {
          refusals.push(response.reason);
          continue;
        }
        const status = judgeStatusResponse(response.value, {
          certificate,
          issuer,
          at,
          floor: context?.floor ?? safeAlgorithmFloor,
          knownResponders: [],
          nonce: null,
          nonceMayBeMissing: true,
          maximumAgeMs: options.maximumAgeMs ?? 600_000,
          clockDifferenceMs: options.clockDifferenceMs ?? 300_000,
        });
        if (status.kind !== 'unknown') return status;
        refusals.push(status.reason);
      }
      return {
        kind: 'unknown',
        reason: refusals[0] ?? reason('status-response-unavailable', 'no stapled answer'),
      };
    },
  };
}
