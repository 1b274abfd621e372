import { type Outcome, type Reason, reason, rejected, undetermined, verified } from '@honnin/outcome';
import type { AlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { RevocationReason, RevocationSource } from '../revocation/revocation-source.ts';
import type { SignedPath } from './signed-path.ts';

/** How the certificates of a path are asked about. */
export interface RevocationQuestion {
  readonly source: RevocationSource;
  readonly at: Date;
  readonly floor: AlgorithmFloor;
  readonly profile: 'tolerated' | 'enforced';
  readonly candidates: readonly UnverifiedCertificate[];
  pathOf(signer: UnverifiedCertificate, anchor: UnverifiedCertificate): Promise<Outcome<unknown>>;
}

/** Nothing was revoked as of this moment; null where a source does not tell. */
export interface GoodStatus {
  readonly asOf: Date | null;
}

/** A hold (RFC 5280 §5.3.1) may be lifted: the holder has reported the card lost, and may have found it. */
function codeOfHolder(revoked: RevocationReason): 'certificate-suspended' | 'certificate-revoked' {
  return revoked === 'certificate-hold' ? 'certificate-suspended' : 'certificate-revoked';
}

function older(a: Date | null, b: Date | null): Date | null {
  return a === null || b === null || a < b ? a : b;
}

/** Asks about every certificate of the path, the one nearest to the anchor first (RFC 5280 §6.1.3 (a)(3)). */
export async function checkRevocation(
  { path, anchor }: SignedPath,
  { source, at, floor, profile, candidates, pathOf }: RevocationQuestion,
): Promise<Outcome<GoodStatus>> {
  const unknown: Reason[] = [];
  let asOf: Date | null = at;
  for (const [index, certificate] of [...path.entries()].reverse()) {
    const above = [...path.slice(index + 1), anchor];
    const status = await source.statusOf(certificate, above[0] ?? anchor, at, {
      above,
      candidates,
      floor,
      profile,
      pathOf: (signer) => pathOf(signer, anchor),
    });
    if (status.kind === 'revoked') {
      const code = index > 0 ? 'issuer-revoked' : codeOfHolder(status.reason);
      return rejected(reason(code, `RFC 5280 §6.1.3 (a)(3): ${status.reason} at ${status.at.toISOString()}`));
    }
    if (status.kind === 'unknown') unknown.push(status.reason);
    else asOf = older(asOf, status.asOf ?? null);
  }
  return unknown.length === 0
    ? verified({ asOf })
    : undetermined(reason('revocation-unknown', 'RFC 5280 §6.1.3 (a)(3)'), ...unknown);
}
