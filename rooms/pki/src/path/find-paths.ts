import { type Reason, reason } from '@honnin/outcome';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { verifyIssuerSignature } from './verify-issuer-signature.ts';

/** A path whose names and signatures chain; everything else is still to be checked. */
export interface SignedPath {
  /** From the certificate up to, but without, the anchor. */
  readonly path: readonly UnverifiedCertificate[];
  readonly anchor: UnverifiedCertificate;
}

/** What the search found, and why it found no more. */
export interface FoundPaths {
  readonly paths: readonly SignedPath[];
  /** Where a candidate issuer's signature did not hold or could not be checked, most telling first. */
  readonly refusals: readonly Reason[];
  /** The search stopped at its limit. */
  readonly cutShort: boolean;
}

const maximumLength = 10;
/** So that a flood of look-alike intermediates cannot keep the machine busy. */
const maximumSignatureChecks = 64;

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

/**
 * Searches every path from the certificate to an anchor whose names chain (RFC 5280 §6.1.3 (a)(4)) and whose
 * signatures hold (§6.1.3 (a)(1)).
 */
export function findPaths(
  certificate: UnverifiedCertificate,
  intermediates: readonly UnverifiedCertificate[],
  anchors: readonly UnverifiedCertificate[],
): FoundPaths {
  const paths: SignedPath[] = [];
  const refusals: Reason[] = [];
  let checksLeft = maximumSignatureChecks;
  let cutShort = false;

  const signedBy = (subject: UnverifiedCertificate, issuer: UnverifiedCertificate): boolean => {
    if (checksLeft === 0) {
      cutShort = true;
      return false;
    }
    checksLeft -= 1;
    const outcome = verifyIssuerSignature(subject, issuer.publicKey);
    if (outcome.status === 'verified') return true;
    const withSubject = outcome.reasons.map(({ code, detail }) =>
      reason(code, `${detail ?? ''} (${subject.subject.text})`),
    );
    // An issuer of the named key tells more than one that merely has the same name.
    if (keyIdentifiersAgree(subject, issuer)) refusals.unshift(...withSubject);
    else refusals.push(...withSubject);
    return false;
  };

  const climb = (path: readonly UnverifiedCertificate[], last: UnverifiedCertificate): void => {
    for (const anchor of issuersOf(last, anchors)) if (signedBy(last, anchor)) paths.push({ path, anchor });
    if (path.length >= maximumLength) return;
    for (const issuer of issuersOf(last, intermediates)) {
      const seen = path.some(({ fingerprint }) => fingerprint === issuer.fingerprint);
      if (!seen && signedBy(last, issuer)) climb([...path, issuer], issuer);
    }
  };
  climb([certificate], certificate);
  return { paths, refusals, cutShort };
}
