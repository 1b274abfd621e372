import { type Reason, reason } from '@honnin/outcome';
import type { AlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { withInheritedKeys } from './inherited-keys.ts';
import type { SignedPath } from './signed-path.ts';
import { verifyIssuerSignature } from './verify-issuer-signature.ts';

/** What the search found, and why it found no more. */
export interface FoundPaths {
  readonly paths: readonly SignedPath[];
  /** Where a candidate issuer's signature did not hold or could not be checked, most telling first. */
  readonly refusals: readonly Reason[];
  /** The search stopped at its limit. */
  readonly cutShort: boolean;
}

/** So that a flood of look-alike intermediates cannot keep the machine busy. */
const maximumSignatureChecks = 64;
/** Cross-certificates that all hold make many ways of few signatures. */
const maximumPaths = 32;

function keyIdentifiersAgree(certificate: UnverifiedCertificate, issuer: UnverifiedCertificate): boolean {
  return (
    certificate.authorityKeyIdentifier !== null &&
    certificate.authorityKeyIdentifier === issuer.subjectKeyIdentifier
  );
}

/** Candidates by name; those with the named key come first, since one name may have several generations of keys. */
function issuersOf(
  certificate: UnverifiedCertificate,
  candidates: readonly UnverifiedCertificate[],
): UnverifiedCertificate[] {
  const named = candidates.filter(({ subject }) => subject.canonical === certificate.issuer.canonical);
  return [
    ...named.filter((issuer) => keyIdentifiersAgree(certificate, issuer)),
    ...named.filter((issuer) => !keyIdentifiersAgree(certificate, issuer)),
  ];
}

/** One authority under one key, by whichever certificate: a path that meets it twice runs in a circle. */
function sameAuthority(a: UnverifiedCertificate, b: UnverifiedCertificate): boolean {
  return (
    a.subject.canonical === b.subject.canonical && Buffer.compare(a.publicKeyInfo, b.publicKeyInfo) === 0
  );
}

/**
 * Searches every path from the certificate to an anchor whose names chain (RFC 5280 §6.1.3 (a)(4)) and whose
 * signatures hold (§6.1.3 (a)(1)), over at most `maximumIntermediates` certificates between the two.
 */
export function findPaths(
  certificate: UnverifiedCertificate,
  intermediates: readonly UnverifiedCertificate[],
  anchors: readonly UnverifiedCertificate[],
  limits: { readonly floor: AlgorithmFloor; readonly maximumIntermediates: number },
): FoundPaths {
  const paths: SignedPath[] = [];
  const refusals: Reason[] = [];
  const checked = new Map<string, boolean>();
  let cutShort = false;

  const signedBy = (subject: UnverifiedCertificate, issuer: UnverifiedCertificate): boolean => {
    // What a key that inherits its parameters has signed is checked when the path is complete.
    if (issuer.inheritsKeyParameters && limits.floor.minimumDsaBits > 0) return true;
    const pair = `${subject.fingerprint} ${issuer.fingerprint}`;
    const before = checked.get(pair);
    if (before !== undefined) return before;
    if (checked.size >= maximumSignatureChecks) {
      cutShort = true;
      return false;
    }
    const holds = verifies(subject, issuer);
    checked.set(pair, holds);
    return holds;
  };

  const verifies = (subject: UnverifiedCertificate, issuer: UnverifiedCertificate): boolean => {
    const outcome = verifyIssuerSignature(subject, issuer.publicKey, limits.floor);
    if (outcome.status === 'verified') return true;
    const withSubject = outcome.reasons.map(({ code, detail }) =>
      reason(code, `${detail ?? ''} (${subject.subject.text})`),
    );
    // An issuer of the named key tells more than one that merely has the same name.
    if (keyIdentifiersAgree(subject, issuer)) refusals.unshift(...withSubject);
    else refusals.push(...withSubject);
    return false;
  };

  const inheritorsSigned = ({ path }: SignedPath): boolean =>
    path.every((subject, index) => {
      const issuer = path[index + 1];
      return issuer?.inheritsKeyParameters !== true || verifies(subject, issuer);
    });

  const climb = (path: readonly UnverifiedCertificate[], last: UnverifiedCertificate): void => {
    if (paths.length >= maximumPaths) {
      cutShort = true;
      return;
    }
    for (const anchor of issuersOf(last, anchors)) {
      const complete = signedBy(last, anchor) ? withInheritedKeys({ path, anchor }) : null;
      if (complete !== null && inheritorsSigned(complete)) paths.push(complete);
    }
    if (path.length > limits.maximumIntermediates) return;
    for (const issuer of issuersOf(last, intermediates)) {
      const seen = path.some((member) => sameAuthority(member, issuer));
      if (!seen && signedBy(last, issuer)) climb([...path, issuer], issuer);
    }
  };
  climb([certificate], certificate);
  return { paths, refusals, cutShort };
}
