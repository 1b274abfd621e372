import type { RevocationReason } from './revocation-source.ts';

/** CRLReason values, RFC 5280 §5.3.1; 7 is unused and 8 (removeFromCRL) belongs to delta lists. */
export const revocationReasonCodes: Readonly<Record<RevocationReason, number>> = {
  unspecified: 0,
  'key-compromise': 1,
  'authority-compromise': 2,
  'affiliation-changed': 3,
  superseded: 4,
  'cessation-of-operation': 5,
  'certificate-hold': 6,
  'privilege-withdrawn': 9,
  'attribute-authority-compromise': 10,
};

/** removeFromCRL: a line of a delta list that lifts a hold, or drops an expired certificate (§5.3.1). */
export const removeFromList = 8;

/** The reason of a code; null for a code that is not known. */
export function revocationReasonOf(code: number): RevocationReason | null {
  for (const [reason, value] of Object.entries(revocationReasonCodes))
    if (value === code && isRevocationReason(reason)) return reason;
  return null;
}

/** Narrows a text to a reason. */
export function isRevocationReason(text: string): text is RevocationReason {
  return Object.hasOwn(revocationReasonCodes, text);
}
