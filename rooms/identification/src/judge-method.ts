import { type Reason, reason } from '@honnin/outcome';
import type { StaffClaim, StatementClaims } from './statement-claims.ts';

/** How far the clock of who decided and that of who states it may differ. */
const toleratedClockLeadMs = 120_000;

/** From the look to the statement the holder may have to type the matching number, with staff beside them. */
const staffCheckLifetimeMs = 15 * 60_000;

/**
 * Whether a statement's method stands on what it says: a face on a verified face result and a card proof of
 * either kind, a PIN on a signature that the PIN authorised, staff on a named member of staff. Empty when it
 * does.
 */
export function judgeMethod(
  claims: StatementClaims,
  acceptedRelaxations: readonly string[],
): readonly Reason[] {
  const { proof } = claims.card;
  const byPin = proof.kind === 'jpki-signature' && proof.authorisedBy === 'pin';
  switch (claims.method) {
    case 'pin':
      return byPin && claims.face === undefined && claims.staff === undefined
        ? []
        : [reason('statement-inconsistent', 'method pin needs a signature authorised by the PIN, alone')];
    case 'staff':
      return claims.staff === undefined || claims.face !== undefined
        ? [reason('statement-inconsistent', 'method staff needs the staff claim, and no face')]
        : judgeStaff(claims.staff, claims.iat);
    case 'face':
      return claims.face === undefined || claims.staff !== undefined
        ? [reason('statement-inconsistent', 'method face needs the face claim, and no staff')]
        : judgeFace(claims.face, acceptedRelaxations);
  }
}

/** The look belongs to this statement: not made for an earlier visit, and not after it by more than clocks differ. */
function judgeStaff({ at }: StaffClaim, issuedAt: number): readonly Reason[] {
  const ageMs = issuedAt * 1000 - Date.parse(at);
  return ageMs >= -toleratedClockLeadMs && ageMs <= staffCheckLifetimeMs
    ? []
    : [reason('statement-inconsistent', `staff looked ${ageMs} ms before the statement`)];
}

function judgeFace(
  face: NonNullable<StatementClaims['face']>,
  acceptedRelaxations: readonly string[],
): readonly Reason[] {
  const refused = face.relaxed.filter((name) => !acceptedRelaxations.includes(name));
  if (refused.length > 0) return [reason('relaxation-not-accepted', refused.join(', '))];
  if (face.similarity === undefined || face.similarity < face.threshold) {
    return [reason('statement-face-not-verified', 'similarity below the threshold, or missing')];
  }
  return face.liveness.status === 'verified'
    ? []
    : [reason('statement-face-not-verified', `liveness ${face.liveness.status}`)];
}
