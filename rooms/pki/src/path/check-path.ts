import { type Reason, reason } from '@honnin/outcome';
import { weaknessOfKey } from '../certificate/algorithm-floor.ts';
import { extensionId } from '../certificate/extension-id.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { isSelfIssued } from './is-self-issued.ts';
import { createNameTrees } from './names/name-trees.ts';
import { objectionToPeer } from './names/peer-name.ts';
import type { PathDemands } from './path-demands.ts';
import { checkPolicies } from './policies/check-policies.ts';
import { profileBreaches } from './profile-breaches.ts';
import type { SignedPath } from './signed-path.ts';

/** Why a path does not hold (nothing where it does), and which policies it is good for. */
export interface CheckedPath {
  readonly reasons: readonly Reason[];
  readonly policies: readonly string[];
}

/**
 * Critical extensions that are processed. Those that no conforming issuer marks critical because a reader may
 * leave them aside (key identifiers, issuerAltName, authorityInfoAccess) are not among them.
 */
const processed: ReadonlySet<string> = new Set([
  extensionId.keyUsage,
  extensionId.subjectAltName,
  extensionId.basicConstraints,
  extensionId.nameConstraints,
  extensionId.certificatePolicies,
  extensionId.policyMappings,
  extensionId.policyConstraints,
  extensionId.inhibitAnyPolicy,
  extensionId.revocationListPoints,
  extensionId.freshestList,
]);

function unprocessedExtensions(certificate: UnverifiedCertificate, demands: PathDemands): Reason[] {
  return certificate.extensions
    .filter(
      ({ oid, critical }) =>
        critical &&
        !processed.has(oid) &&
        !(oid === extensionId.extendedKeyUsage && demands.extendedKeyUsage !== undefined),
    )
    .map(({ oid }) => reason('critical-extension-unknown', `RFC 5280 §6.1.4 (o), §6.1.5 (f): ${oid}`));
}

function outsideItsPeriod({ notBefore, notAfter }: UnverifiedCertificate, at: Date): boolean {
  return at < notBefore || at > notAfter;
}

/** What holds for every certificate of the path alike. */
function checkAny(certificate: UnverifiedCertificate, demands: PathDemands): Reason[] {
  const weakness = weaknessOfKey(certificate.publicKey, demands.floor);
  return [
    ...unprocessedExtensions(certificate, demands),
    ...(weakness === null ? [] : [weakness]),
    ...(demands.profile === 'enforced' ? profileBreaches(certificate, 'path') : []),
  ];
}

/** The anchor is trusted by configuration, yet held to its own period and constraints (as RFC 5937 has it). */
function checkAnchor(anchor: UnverifiedCertificate, demands: PathDemands, at: Date): Reason[] {
  const reasons = [
    ...unprocessedExtensions(anchor, demands),
    ...(demands.profile === 'enforced' ? profileBreaches(anchor, 'anchor') : []),
  ];
  if (outsideItsPeriod(anchor, at)) reasons.push(reason('issuer-expired', `anchor ${anchor.subject.text}`));
  if (anchor.version === 3 && anchor.basicConstraints?.authority !== true)
    reasons.push(reason('issuer-not-authority', 'RFC 5280 §4.2.1.9: the anchor'));
  if (anchor.keyUsage?.includes('keyCertSign') === false)
    reasons.push(reason('issuer-not-authority', 'RFC 5280 §4.2.1.3: the anchor'));
  return reasons;
}

const anyPurpose = '2.5.29.37.0';

/** Who marks the purposes of an authority critical wants them obeyed; otherwise the caller decides. */
function checkPurposeOfIssuer(issuer: UnverifiedCertificate, demands: PathDemands): Reason[] {
  const { extendedKeyUsage: purpose, extendedKeyUsageOfIssuers } = demands;
  const { extendedKeyUsage: named } = issuer;
  if (purpose === undefined || named === null) return [];
  const binding = issuer.extensions.some(
    ({ oid, critical }) => critical && oid === extensionId.extendedKeyUsage,
  );
  if (!binding && extendedKeyUsageOfIssuers === 'ignored') return [];
  return named.includes(purpose) || named.includes(anyPurpose)
    ? []
    : [reason('key-usage-not-allowed', `RFC 5280 §4.2.1.12: ${purpose} by ${issuer.subject.text}`)];
}

function checkIntermediate(certificate: UnverifiedCertificate, demands: PathDemands, at: Date): Reason[] {
  const reasons = checkAny(certificate, demands);
  if (outsideItsPeriod(certificate, at))
    reasons.push(reason('issuer-expired', `RFC 5280 §6.1.3 (a)(2): ${certificate.subject.text}`));
  if (certificate.version !== 3 || certificate.basicConstraints?.authority !== true)
    reasons.push(reason('issuer-not-authority', `RFC 5280 §6.1.4 (k): ${certificate.subject.text}`));
  if (certificate.keyUsage?.includes('keyCertSign') === false)
    reasons.push(reason('issuer-not-authority', `RFC 5280 §6.1.4 (n): ${certificate.subject.text}`));
  return reasons;
}

function checkLeaf(certificate: UnverifiedCertificate, demands: PathDemands): Reason[] {
  const { at, keyUsage, extendedKeyUsage, graceAfterExpiryMs, peerNames } = demands;
  const reasons = checkAny(certificate, demands);
  if (at < certificate.notBefore)
    reasons.push(
      reason('certificate-not-yet-valid', `RFC 5280 §6.1.3 (a)(2): ${certificate.notBefore.toISOString()}`),
    );
  if (at.getTime() > certificate.notAfter.getTime() + graceAfterExpiryMs)
    reasons.push(
      reason('certificate-expired', `RFC 5280 §6.1.3 (a)(2): ${certificate.notAfter.toISOString()}`),
    );
  if (keyUsage !== null && certificate.keyUsage?.includes(keyUsage) === false)
    reasons.push(reason('key-usage-not-allowed', `RFC 5280 §4.2.1.3: ${keyUsage}`));
  const purposeFits =
    extendedKeyUsage === undefined ||
    (certificate.extendedKeyUsage?.includes(extendedKeyUsage) ?? demands.extendedKeyUsageMayBeMissing);
  if (!purposeFits) reasons.push(reason('key-usage-not-allowed', `RFC 5280 §4.2.1.12: ${extendedKeyUsage}`));
  for (const peer of peerNames) {
    const objection = objectionToPeer(certificate, peer);
    if (objection !== null) reasons.push(objection);
  }
  return reasons;
}

/** RFC 5280 §6.1.4 (l), (m): self-issued certificates do not count. */
function checkPathLength({ path, anchor }: SignedPath): Reason[] {
  let allowed = anchor.basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY;
  for (const certificate of path.slice(1).reverse()) {
    if (!isSelfIssued(certificate)) {
      if (allowed <= 0) return [reason('path-too-long', `RFC 5280 §6.1.4 (l): ${certificate.subject.text}`)];
      allowed -= 1;
    }
    allowed = Math.min(allowed, certificate.basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY);
  }
  return [];
}

/** RFC 5280 §6.1.3 (b), (c), §6.1.4 (g): self-issued certificates are free, but for the last one. */
function checkNames({ path, anchor }: SignedPath, demands: PathDemands): Reason[] {
  const trees = createNameTrees(demands.names);
  if (anchor.nameConstraints !== null) trees.narrow(anchor.nameConstraints);
  for (const certificate of path.toReversed()) {
    if (certificate === path[0] || !isSelfIssued(certificate)) {
      const objection = trees.objection(certificate);
      if (objection !== null) return [objection];
    }
    if (certificate.nameConstraints !== null) trees.narrow(certificate.nameConstraints);
  }
  return [];
}

/**
 * Everything of RFC 5280 §6.1 about one path that needs neither signatures (see `findPaths`) nor revocation.
 * Where the certificate itself is in its grace, its issuers are held to the moment at which it expired.
 */
export function checkPath(signed: SignedPath, demands: PathDemands): CheckedPath {
  const [leaf, ...issuers] = signed.path;
  if (leaf === undefined) throw new Error('an empty path');
  const atForIssuers = new Date(Math.min(demands.at.getTime(), leaf.notAfter.getTime()));
  const { objection, policies } = checkPolicies(signed.path, signed.anchor, demands.policies);
  const reasons = [
    ...checkLeaf(leaf, demands),
    ...issuers.flatMap((issuer) => checkIntermediate(issuer, demands, atForIssuers)),
    ...checkAnchor(signed.anchor, demands, atForIssuers),
    ...[...issuers, signed.anchor].flatMap((issuer) => checkPurposeOfIssuer(issuer, demands)),
    ...checkPathLength(signed),
    ...checkNames(signed, demands),
    ...(objection === null ? [] : [objection]),
  ];
  return { reasons, policies };
}
