import { type Outcome, type Reason, reason, rejected, undetermined, verified } from '@honnin/outcome';
import { type AlgorithmFloor, safeAlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { KeyUsage } from '../certificate/key-usage.ts';
import type { NameConstraints, UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { RevocationSource } from '../revocation/revocation-source.ts';
import { checkPath } from './check-path.ts';
import { checkRevocation } from './check-revocation.ts';
import { findPaths } from './find-paths.ts';
import type { PeerName } from './names/peer-name.ts';
import type { SignedPath } from './signed-path.ts';
import type { VerifiedChain } from './verified-chain.ts';

export interface PathOptions {
  /** The certificate in question. */
  readonly certificate: UnverifiedCertificate;
  /**
   * Certificates that may lie between it and an anchor, or belong to signers of revocation lists; any order,
   * useless ones are ignored.
   */
  readonly intermediates: readonly UnverifiedCertificate[];
  /** Trusted authorities; several may have the same name. Their own constraints count (RFC 5937). */
  readonly anchors: readonly UnverifiedCertificate[];
  readonly at: Date;
  /** What the certificate's key is used for; null where the caller does not mind. */
  readonly keyUsage: KeyUsage | null;
  /** Object identifier that extendedKeyUsage must hold; without it extendedKeyUsage is not looked at. */
  readonly extendedKeyUsage?: string;
  /** Whether a certificate without extendedKeyUsage may serve every purpose (RFC 5280 §4.2.1.12). Default false. */
  readonly extendedKeyUsageMayBeMissing?: boolean;
  /**
   * `limits`: authorities that name purposes must name the one asked for, or any, as the browsers have it. Default
   * `ignored`, but where an authority marks its purposes critical.
   */
  readonly extendedKeyUsageOfIssuers?: 'ignored' | 'limits';
  /** Names that the certificate must all have (RFC 9525): hosts, addresses, mailboxes. Default none. */
  readonly peerNames?: readonly PeerName[];
  /** Without it revocation is not checked, and the chain says so. */
  readonly revocation?: RevocationSource;
  /**
   * What becomes of a path whose revocation cannot be found out: `undetermined` (default), `rejected`, or verified
   * with the remark `revocation-unknown`.
   */
  readonly whenRevocationUnknown?: 'undetermined' | 'rejected' | 'remark';
  /** How long after its expiry the certificate itself is still accepted, with a remark. Default 0. */
  readonly graceAfterExpiryMs?: number;
  /** RFC 5280 §6.1.1 (c), (e) to (g); by default any policy is acceptable and none is required. */
  readonly policies?: {
    /** user-initial-policy-set, object identifiers. */
    readonly acceptable?: readonly string[];
    readonly requireExplicit?: boolean;
    readonly inhibitMapping?: boolean;
    readonly inhibitAny?: boolean;
  };
  /** initial-permitted-subtrees and initial-excluded-subtrees (RFC 5280 §6.1.1 (h), (i)); none by default. */
  readonly names?: NameConstraints;
  /** `safeAlgorithmFloor` unless a conformance suite of another time needs less. */
  readonly floor?: AlgorithmFloor;
  /** `enforced` also rejects what RFC 5280 §4 forbids issuers but §6 lets readers tolerate. Default `tolerated`. */
  readonly profile?: 'tolerated' | 'enforced';
  /** How many certificates may lie between the certificate and the anchor. Default 9. */
  readonly maximumIntermediates?: number;
}

/** Signers of lists may need signers of lists: certificates in question, by fingerprint. */
type Pending = ReadonlySet<string>;

const maximumPending = 4;

/** What only could not be checked for want of an algorithm or of time is undetermined; anything else is rejected. */
function refusedFor(first: Reason, more: readonly Reason[]): Outcome<VerifiedChain> {
  const uncheckable = new Set(['algorithm-unknown', 'path-too-complex']);
  return [first, ...more].every(({ code }) => uncheckable.has(code))
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

/** The path of a list's signer: to the same anchor, for signing lists, and in no circle (RFC 5280 §6.3.3 (f)). */
async function pathOfSigner(
  signer: UnverifiedCertificate,
  anchor: UnverifiedCertificate,
  options: PathOptions,
  pending: Pending,
): Promise<Outcome<VerifiedChain>> {
  if (pending.has(signer.fingerprint) || pending.size >= maximumPending)
    return undetermined(reason('revocation-unknown', 'RFC 5280 §6.3.3 (f): signers of lists in a circle'));
  const { intermediates, at, revocation, floor, maximumIntermediates } = options;
  return search(
    {
      certificate: signer,
      intermediates,
      anchors: [anchor],
      at,
      keyUsage: 'cRLSign',
      ...(revocation === undefined ? {} : { revocation }),
      ...(floor === undefined ? {} : { floor }),
      ...(options.profile === undefined ? {} : { profile: options.profile }),
      ...(maximumIntermediates === undefined ? {} : { maximumIntermediates }),
    },
    new Set([...pending, signer.fingerprint]),
  );
}

async function judge(
  signed: SignedPath,
  options: PathOptions,
  pending: Pending,
): Promise<Outcome<VerifiedChain>> {
  const { at, keyUsage, extendedKeyUsage, revocation, graceAfterExpiryMs = 0, policies = {} } = options;
  const { floor = safeAlgorithmFloor, certificate, intermediates } = options;
  const checked = checkPath(signed, {
    at,
    keyUsage,
    extendedKeyUsage,
    extendedKeyUsageMayBeMissing: options.extendedKeyUsageMayBeMissing ?? false,
    extendedKeyUsageOfIssuers: options.extendedKeyUsageOfIssuers ?? 'ignored',
    peerNames: options.peerNames ?? [],
    graceAfterExpiryMs,
    floor,
    policies: {
      acceptable: policies.acceptable === undefined ? null : new Set(policies.acceptable),
      requireExplicit: policies.requireExplicit ?? false,
      inhibitMapping: policies.inhibitMapping ?? false,
      inhibitAny: policies.inhibitAny ?? false,
    },
    names: options.names ?? { permitted: [], excluded: [] },
    profile: options.profile ?? 'tolerated',
  });
  const [first, ...more] = checked.reasons;
  if (first !== undefined) return refusedFor(first, more);
  const status =
    revocation === undefined
      ? null
      : await checkRevocation(signed, {
          source: revocation,
          at,
          floor,
          profile: options.profile ?? 'tolerated',
          candidates: intermediates,
          pathOf: (signer, anchor) => pathOfSigner(signer, anchor, options, pending),
        });
  if (status?.status === 'rejected') return status;
  if (status?.status === 'undetermined') {
    const { whenRevocationUnknown = 'undetermined' } = options;
    if (whenRevocationUnknown === 'undetermined') return status;
    if (whenRevocationUnknown === 'rejected') return { ...status, status: 'rejected' };
  }
  const inGrace = at > certificate.notAfter;
  return verified(
    {
      certificate,
      path: signed.path,
      anchor: signed.anchor,
      at,
      revocation: status === null ? 'not-checked' : status.status === 'verified' ? 'good' : 'unknown',
      revocationAsOf: status?.status === 'verified' ? status.value.asOf : null,
      inGrace,
      policies: checked.policies,
    },
    [
      ...(inGrace ? [reason('certificate-in-grace', `expired ${certificate.notAfter.toISOString()}`)] : []),
      ...(status?.status === 'undetermined' ? status.reasons : []),
    ],
  );
}

/** Certificates know whole seconds, and hold through the last one (RFC 5280 §4.1.2.5): a moment within it counts. */
function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}

const isTakenBack = (code: string | undefined) =>
  code === 'certificate-revoked' || code === 'certificate-suspended';

async function search(options: PathOptions, pending: Pending): Promise<Outcome<VerifiedChain>> {
  const { certificate, intermediates, anchors, floor = safeAlgorithmFloor } = options;
  const { paths, refusals, cutShort } = findPaths(certificate, intermediates, anchors, {
    floor,
    maximumIntermediates: options.maximumIntermediates ?? 9,
  });
  const others: Outcome<VerifiedChain>[] = [];
  for (const signed of paths) {
    const outcome = await judge(signed, options, pending);
    if (outcome.status === 'verified') return outcome;
    others.push(outcome);
  }
  return (
    others.find(({ reasons }) => isTakenBack(reasons[0]?.code)) ??
    others.find(({ status }) => status === 'undetermined') ??
    others[0] ??
    noPath(refusals, cutShort, certificate.issuer.text)
  );
}

/**
 * Whether a certificate chains to one of the anchors, by RFC 5280 §6 with RFC 9618 and RFC 5937: signatures above
 * the algorithm floor (no SHA-1, RSA of at least 2048 bits), validity, basic constraints, path length, key usage,
 * name constraints, policies and their mappings, critical extensions, and revocation. Every reason has the clause
 * in its detail.
 *
 * Of several possible paths one that holds is enough. Undetermined: revocation could not be found out, an
 * algorithm is not known, no anchors are configured, or the search was too large.
 */
export async function validatePath(options: PathOptions): Promise<Outcome<VerifiedChain>> {
  if (options.anchors.length === 0) return undetermined(reason('anchors-missing', 'RFC 5280 §6.1.1 (d)'));
  return search({ ...options, at: wholeSecond(options.at) }, new Set([options.certificate.fingerprint]));
}
