import { type Outcome, type Reason, reason, rejected, undetermined, verified } from '@honnin/outcome';
import type { KeyUsage } from '../certificate/key-usage.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { RevocationSource } from '../revocation/revocation-source.ts';
import { checkPath } from './check-path.ts';
import { findPaths, type SignedPath } from './find-paths.ts';
import type { VerifiedChain } from './verified-chain.ts';

export interface PathOptions {
  /** The certificate in question. */
  readonly certificate: UnverifiedCertificate;
  /** Certificates that may lie between it and an anchor; any order, useless ones are ignored. */
  readonly intermediates: readonly UnverifiedCertificate[];
  /** Trusted authorities; several may have the same name. */
  readonly anchors: readonly UnverifiedCertificate[];
  readonly at: Date;
  /** What the certificate's key is used for. */
  readonly keyUsage: KeyUsage;
  /** Object identifier that extendedKeyUsage must hold; without it extendedKeyUsage is not looked at. */
  readonly extendedKeyUsage?: string;
  /** Without it revocation is not checked, and the chain says so. */
  readonly revocation?: RevocationSource;
  /** How long after its expiry the certificate itself is still accepted, with a remark. Default 0. */
  readonly graceAfterExpiryMs?: number;
}

/** Asks about every certificate of the path, the one nearest to the anchor first (RFC 5280 §6.1.3 (a)(3)). */
async function checkRevocation(
  { path, anchor }: SignedPath,
  source: RevocationSource,
  at: Date,
): Promise<Outcome<'good'>> {
  const fromTheTop = path
    .map((certificate, index) => ({ certificate, issuer: path[index + 1] ?? anchor }))
    .reverse();
  const unknown: Reason[] = [];
  for (const { certificate, issuer } of fromTheTop) {
    const status = await source.statusOf(certificate, issuer, at);
    if (status.kind === 'revoked') {
      const code = certificate === path[0] ? 'certificate-revoked' : 'issuer-revoked';
      return rejected(reason(code, `RFC 5280 §6.1.3 (a)(3): ${status.reason} at ${status.at.toISOString()}`));
    }
    if (status.kind === 'unknown') unknown.push(status.reason);
  }
  return unknown.length === 0
    ? verified('good')
    : undetermined(reason('revocation-unknown', 'RFC 5280 §6.1.3 (a)(3)'), ...unknown);
}

/** What only could not be checked for want of an algorithm is undetermined; anything else is rejected. */
function refusedFor(first: Reason, more: readonly Reason[]): Outcome<VerifiedChain> {
  return [first, ...more].every(({ code }) => code === 'algorithm-unknown')
    ? undetermined(first, ...more)
    : rejected(first, ...more);
}

function noPath(refusals: readonly Reason[], cutShort: boolean, issuer: string): Outcome<VerifiedChain> {
  if (cutShort) return undetermined(reason('path-too-complex', 'limit of signature checks'));
  const [first, ...more] = refusals;
  if (first === undefined)
    return rejected(reason('issuer-not-trusted', `RFC 5280 §6.1: no path to an anchor from ${issuer}`));
  return refusedFor(first, more);
}

async function judge(signed: SignedPath, options: PathOptions): Promise<Outcome<VerifiedChain>> {
  const { at, keyUsage, extendedKeyUsage, revocation, graceAfterExpiryMs = 0 } = options;
  const [first, ...more] = checkPath(signed, { at, keyUsage, extendedKeyUsage, graceAfterExpiryMs });
  if (first !== undefined) return refusedFor(first, more);
  if (revocation !== undefined) {
    const status = await checkRevocation(signed, revocation, at);
    if (status.status !== 'verified') return status;
  }
  const { certificate } = options;
  const inGrace = at > certificate.notAfter;
  return verified(
    {
      certificate,
      path: signed.path,
      anchor: signed.anchor,
      at,
      revocation: revocation === undefined ? 'not-checked' : 'good',
      inGrace,
    },
    inGrace ? [reason('certificate-in-grace', `expired ${certificate.notAfter.toISOString()}`)] : [],
  );
}

/**
 * Whether a certificate chains to one of the anchors, by RFC 5280 §6: signatures above the algorithm floor (no
 * SHA-1, RSA of at least 2048 bits), validity, basic constraints, path length, key usage, critical extensions
 * and revocation. Every reason has the clause in its detail. Name constraints, policy constraints and mappings
 * are not processed yet: a path that has them is rejected, never waved through.
 *
 * Of several possible paths one that holds is enough. Undetermined: revocation could not be found out, an
 * algorithm is not known, no anchors are configured, or the search was too large.
 */
export async function validatePath(options: PathOptions): Promise<Outcome<VerifiedChain>> {
  const { certificate, intermediates, anchors } = options;
  if (anchors.length === 0) return undetermined(reason('anchors-missing', 'RFC 5280 §6.1.1 (d)'));
  const { paths, refusals, cutShort } = findPaths(certificate, intermediates, anchors);
  const others: Outcome<VerifiedChain>[] = [];
  for (const signed of paths) {
    const outcome = await judge(signed, options);
    if (outcome.status === 'verified') return outcome;
    others.push(outcome);
  }
  return (
    others.find(({ status }) => status === 'undetermined') ??
    others[0] ??
    noPath(refusals, cutShort, certificate.issuer.text)
  );
}
