import { type Outcome, type Reason, reason, rejected, verified } from '@honnin/outcome';
import { openStatement, type RevocationSource, type UnverifiedCertificate } from '@honnin/pki';
import { Value } from 'typebox/value';
import { judgeMethod } from './judge-method.ts';
import {
  type FaceClaim,
  type IdentificationMethod,
  StatementClaims,
  statementType,
} from './statement-claims.ts';
import { terminalOf } from './terminal-identity.ts';

/** How far a terminal's clock may be ahead of the service's. */
const toleratedClockLeadMs = 120_000;

export interface StatementPolicy {
  /** Whom the operator trusts to certify terminals. */
  readonly terminalAnchors: readonly UnverifiedCertificate[];
  /** The authorities of the cards' authentication certificates. */
  readonly authenticationAnchors: readonly UnverifiedCertificate[];
  readonly audience: string;
  readonly at: Date;
  readonly maxAgeMs: number;
  /** How long after its expiry a certificate still identifies (`certificateStatus` is then `in-grace`). */
  readonly graceAfterExpiryMs: number;
  /** Status of the card's certificate; without it revocation is not asked. */
  readonly revocation?: RevocationSource;
  /**
   * What becomes of an identification whose card's status cannot be found out: `undetermined` (default), `rejected`,
   * or verified with a remark and `revocation` unknown.
   */
  readonly whenRevocationUnknown?: 'undetermined' | 'rejected' | 'remark';
  /** Status of the terminal's certificate. */
  readonly terminalRevocation?: RevocationSource;
  /** Relaxed rules that this service lets go; empty wherever real people are served. */
  readonly acceptedRelaxations: readonly string[];
}

/** What every identification says, whatever the document: the terminal's word, its signature checked. */
export interface IdentificationFrame {
  readonly statementId: string;
  readonly terminal: { readonly id: string; readonly organisation: string };
  readonly service: string;
  /** Single use is the caller's to enforce. */
  readonly nonce: string;
  readonly issuedAt: Date;
  readonly method: IdentificationMethod;
  readonly face?: FaceClaim;
  readonly staffId?: string;
  readonly relaxed: readonly string[];
  /** What the terminal remarked. */
  readonly remarks: readonly Reason[];
}

/** A statement whose terminal, shape, service, age and method hold; its document is still to be checked. */
export interface OpenedIdentification {
  readonly claims: StatementClaims;
  readonly frame: IdentificationFrame;
}

/** Checks everything about a statement but its document. */
export async function openIdentification(
  jws: string,
  policy: StatementPolicy,
): Promise<Outcome<OpenedIdentification>> {
  const opened = await openStatement(jws, {
    type: statementType,
    anchors: policy.terminalAnchors,
    at: policy.at,
    ...(policy.terminalRevocation === undefined ? {} : { revocation: policy.terminalRevocation }),
  });
  if (opened.status !== 'verified') return opened;
  const { payload, chain } = opened.value;
  if (!Value.Check(StatementClaims, payload)) {
    const [first] = Value.Errors(StatementClaims, payload);
    return rejected(reason('statement-claims-malformed', first?.instancePath ?? '/'));
  }
  const claims = payload;
  const terminal = terminalOf(chain.certificate);
  const [problem, ...more] = [
    ...judgeFrame(claims, terminal.id, policy),
    ...judgeMethod(claims, policy.acceptedRelaxations),
  ];
  if (problem !== undefined) return rejected(problem, ...more);
  return verified({
    claims,
    frame: {
      statementId: claims.jti,
      terminal,
      service: claims.aud,
      nonce: claims.nonce,
      issuedAt: new Date(claims.iat * 1000),
      method: claims.method,
      ...(claims.face === undefined ? {} : { face: claims.face }),
      ...(claims.staff === undefined ? {} : { staffId: claims.staff.id }),
      relaxed: claims.face?.relaxed ?? [],
      remarks: claims.remarks,
    },
  });
}

function judgeFrame(claims: StatementClaims, terminalId: string, policy: StatementPolicy): readonly Reason[] {
  const ageMs = policy.at.getTime() - claims.iat * 1000;
  return [
    ...(claims.iss === terminalId ? [] : [reason('statement-issuer-mismatch')]),
    ...(claims.aud === policy.audience ? [] : [reason('statement-wrong-audience')]),
    ...(ageMs < -toleratedClockLeadMs ? [reason('statement-from-future', `${-ageMs} ms ahead`)] : []),
    ...(ageMs > policy.maxAgeMs ? [reason('statement-too-old', `${ageMs} ms`)] : []),
  ];
}
