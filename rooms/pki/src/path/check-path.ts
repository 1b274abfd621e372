import { type Reason, reason } from '@honnin/outcome';
import { weaknessOfKey } from '../certificate/algorithm-floor.ts';
import { extensionId } from '../certificate/extension-id.ts';
import type { KeyUsage } from '../certificate/key-usage.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { SignedPath } from './find-paths.ts';

/** What a path is checked for. */
export interface PathDemands {
  /** The moment at which every certificate must be valid. */
  readonly at: Date;
  readonly keyUsage: KeyUsage;
  readonly extendedKeyUsage: string | undefined;
  readonly graceAfterExpiryMs: number;
}

/**
 * Critical extensions that are processed here. A critical certificatePolicies needs nothing more as long as
 * every policy is acceptable and none is required (RFC 5280 §6.1.1 (c), (e)).
 */
const processed: ReadonlySet<string> = new Set([
  extensionId.keyUsage,
  extensionId.subjectAltName,
  extensionId.basicConstraints,
  extensionId.certificatePolicies,
]);

/** Narrow what an authority may issue; until they are processed here, their presence refuses the path. */
const constraining: ReadonlySet<string> = new Set([
  extensionId.nameConstraints,
  extensionId.policyConstraints,
]);

function unprocessedExtensions(certificate: UnverifiedCertificate, demands: PathDemands): Reason[] {
  return certificate.extensions
    .filter(
      (extension) =>
        constraining.has(extension.oid) ||
        (extension.critical &&
          !processed.has(extension.oid) &&
          !(extension.oid === extensionId.extendedKeyUsage && demands.extendedKeyUsage !== undefined)),
    )
    .map((extension) =>
      reason('critical-extension-unknown', `RFC 5280 §6.1.4 (o), §6.1.5 (f): ${extension.oid}`),
    );
}

function outsideItsPeriod({ notBefore, notAfter }: UnverifiedCertificate, at: Date): boolean {
  return at < notBefore || at > notAfter;
}

/** The anchor is trusted by configuration, yet held to its own period and constraints. */
function checkAnchor(anchor: UnverifiedCertificate, at: Date): Reason[] {
  const reasons: Reason[] = [];
  if (outsideItsPeriod(anchor, at)) reasons.push(reason('issuer-expired', `anchor ${anchor.subject.text}`));
  if (anchor.version === 3 && anchor.basicConstraints?.authority !== true)
    reasons.push(reason('issuer-not-authority', 'RFC 5280 §4.2.1.9: the anchor'));
  if (anchor.keyUsage?.includes('keyCertSign') === false)
    reasons.push(reason('issuer-not-authority', 'RFC 5280 §4.2.1.3: the anchor'));
  return reasons;
}

function checkIntermediate(certificate: UnverifiedCertificate, demands: PathDemands, at: Date): Reason[] {
  const reasons = unprocessedExtensions(certificate, demands);
  const weakness = weaknessOfKey(certificate.publicKey);
  if (weakness !== null) reasons.push(weakness);
  if (outsideItsPeriod(certificate, at))
    reasons.push(reason('issuer-expired', `RFC 5280 §6.1.3 (a)(2): ${certificate.subject.text}`));
  if (certificate.version !== 3 || certificate.basicConstraints?.authority !== true)
    reasons.push(reason('issuer-not-authority', `RFC 5280 §6.1.4 (k): ${certificate.subject.text}`));
  if (certificate.keyUsage?.includes('keyCertSign') === false)
    reasons.push(reason('issuer-not-authority', `RFC 5280 §6.1.4 (n): ${certificate.subject.text}`));
  return reasons;
}

function checkLeaf(certificate: UnverifiedCertificate, demands: PathDemands): Reason[] {
  const { at, keyUsage, extendedKeyUsage, graceAfterExpiryMs } = demands;
  const reasons = unprocessedExtensions(certificate, demands);
  const weakness = weaknessOfKey(certificate.publicKey);
  if (weakness !== null) reasons.push(weakness);
  if (at < certificate.notBefore)
    reasons.push(
      reason('certificate-not-yet-valid', `RFC 5280 §6.1.3 (a)(2): ${certificate.notBefore.toISOString()}`),
    );
  if (at.getTime() > certificate.notAfter.getTime() + graceAfterExpiryMs)
    reasons.push(
      reason('certificate-expired', `RFC 5280 §6.1.3 (a)(2): ${certificate.notAfter.toISOString()}`),
    );
  if (certificate.keyUsage?.includes(keyUsage) === false)
    reasons.push(reason('key-usage-not-allowed', `RFC 5280 §4.2.1.3: ${keyUsage}`));
  if (extendedKeyUsage !== undefined && certificate.extendedKeyUsage?.includes(extendedKeyUsage) !== true)
    reasons.push(reason('key-usage-not-allowed', `RFC 5280 §4.2.1.12: ${extendedKeyUsage}`));
  return reasons;
}

/** RFC 5280 §6.1.4 (l), (m): self-issued certificates do not count. */
function checkPathLength({ path, anchor }: SignedPath): Reason[] {
  let allowed = anchor.basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY;
  for (const certificate of path.slice(1).reverse()) {
    if (certificate.subject.canonical !== certificate.issuer.canonical) {
      if (allowed <= 0) return [reason('path-too-long', `RFC 5280 §6.1.4 (l): ${certificate.subject.text}`)];
      allowed -= 1;
    }
    allowed = Math.min(allowed, certificate.basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY);
  }
  return [];
}

/**
 * Everything of RFC 5280 §6.1 about one path that needs neither signatures (see `findPaths`) nor revocation.
 * An empty answer means that it holds. Where the certificate itself is in its grace, its issuers are held to the
 * moment at which it expired.
 */
export function checkPath(signed: SignedPath, demands: PathDemands): readonly Reason[] {
  const [leaf, ...issuers] = signed.path;
  if (leaf === undefined) throw new Error('an empty path');
  const atForIssuers = new Date(Math.min(demands.at.getTime(), leaf.notAfter.getTime()));
  return [
    ...checkLeaf(leaf, demands),
    ...issuers.flatMap((issuer) => checkIntermediate(issuer, demands, atForIssuers)),
    ...checkAnchor(signed.anchor, atForIssuers),
    ...checkPathLength(signed),
  ];
}
