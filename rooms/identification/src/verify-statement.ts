import { type Outcome, type Reason, reason, rejected, verified } from '@honnin/outcome';
import {
  openStatement,
  parseCertificate,
  type RevocationSource,
  type UnverifiedCertificate,
  validatePath,
} from '@honnin/pki';
import { Value } from 'typebox/value';
import { judgeMethod } from './judge-method.ts';
import {
  type FaceClaim,
  type IdentificationMethod,
  StatementClaims,
  statementType,
} from './statement-claims.ts';
import { terminalOf } from './terminal-identity.ts';
import { verifyCardProof } from './verify-card-proof.ts';

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
  /** Status of the terminal's certificate. */
  readonly terminalRevocation?: RevocationSource;
  /** Relaxed rules that this service lets go; empty wherever real people are served. */
  readonly acceptedRelaxations: readonly string[];
}

/** Who was identified, how, and how surely. */
export interface VerifiedIdentification {
  readonly statementId: string;
  readonly terminal: { readonly id: string; readonly organisation: string };
  readonly service: string;
  /** Single use is the caller's to enforce. */
  readonly nonce: string;
  readonly issuedAt: Date;
  readonly method: IdentificationMethod;
  readonly proof: 'jpki-signature' | 'card-session';
  readonly authorisedBy?: 'pin' | 'verifier-extension';
  readonly face?: FaceClaim;
  readonly staffId?: string;
  /** The card's authentication certificate; its path is checked. */
  readonly certificate: UnverifiedCertificate;
  readonly certificateStatus: 'in-force' | 'in-grace';
  readonly relaxed: readonly string[];
  /** What the terminal remarked. */
  readonly remarks: readonly Reason[];
}

/**
 * Checks a statement from end to end: signature and terminal certificate, shape, service, age, that the method
 * stands on what it claims, the card certificate's path and status, and the card's answer to the bound
 * challenge. A status that could not be asked makes it undetermined; reasons come from this room and from pki.
 */
export async function verifyStatement(
  jws: string,
  policy: StatementPolicy,
): Promise<Outcome<VerifiedIdentification>> {
  const opened = await openStatement(jws, {
    type: statementType,
    anchors: policy.terminalAnchors,
    at: policy.at,
    ...(policy.terminalRevocation === undefined ? {} : { revocation: policy.terminalRevocation }),
  });
  if (opened.status !== 'verified') return opened;
  const { payload, chain: terminalChain } = opened.value;
  if (!Value.Check(StatementClaims, payload)) {
    const [first] = Value.Errors(StatementClaims, payload);
    return rejected(reason('statement-claims-malformed', first?.instancePath ?? '/'));
  }
  const claims = payload;
  const terminal = terminalOf(terminalChain.certificate);
  const [problem, ...more] = [
    ...judgeFrame(claims, terminal.id, policy),
    ...judgeMethod(claims, policy.acceptedRelaxations),
  ];
  if (problem !== undefined) return rejected(problem, ...more);

  const parsed = parseCertificate(Buffer.from(claims.card.certificate, 'base64'));
  if (parsed.status === 'failed') return rejected(parsed.reason);
  const path = await validatePath({
    certificate: parsed.value,
    intermediates: [],
    anchors: policy.authenticationAnchors,
    at: policy.at,
    keyUsage: 'digitalSignature',
    graceAfterExpiryMs: policy.graceAfterExpiryMs,
    ...(policy.revocation === undefined ? {} : { revocation: policy.revocation }),
  });
  // A forged answer of the card is refused even when the certificate's status cannot be asked.
  const proof = verifyCardProof(claims, parsed.value.publicKey);
  if (proof.status !== 'verified') return proof;
  if (path.status !== 'verified') return path;

  return verified(
    {
      statementId: claims.jti,
      terminal,
      service: claims.aud,
      nonce: claims.nonce,
      issuedAt: new Date(claims.iat * 1000),
      method: claims.method,
      proof: proof.value.kind,
      ...(proof.value.kind === 'jpki-signature' ? { authorisedBy: proof.value.authorisedBy } : {}),
      ...(claims.face === undefined ? {} : { face: claims.face }),
      ...(claims.staff === undefined ? {} : { staffId: claims.staff.id }),
      certificate: path.value.certificate,
      certificateStatus: path.value.inGrace ? 'in-grace' : 'in-force',
      relaxed: claims.face?.relaxed ?? [],
      remarks: claims.remarks,
    },
    [...path.reasons, ...proof.reasons],
  );
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
