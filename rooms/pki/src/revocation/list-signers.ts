import { type Reason, reason } from '@honnin/outcome';
import { safeAlgorithmFloor } from '../certificate/algorithm-floor.ts';
import type { DistributionPoint } from '../certificate/distribution-point.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { verifyIssuerSignature } from '../path/verify-issuer-signature.ts';
import type { UnverifiedRevocationList } from './revocation-list.ts';
import type { RevocationContext } from './revocation-source.ts';

/** About whom a list is asked, and in which path. */
export interface ListQuestion {
  readonly certificate: UnverifiedCertificate;
  readonly issuer: UnverifiedCertificate;
  readonly point: DistributionPoint;
  readonly context: RevocationContext | undefined;
}

/** Finds out who signed a list, and whether they may (RFC 5280 §6.3.3 (f), (g)). */
export interface ListSigners {
  /** The signer, or why nobody can be believed to have signed it. */
  signerOf(list: UnverifiedRevocationList, question: ListQuestion): Promise<UnverifiedCertificate | Reason>;
  /** Whether this signer's key signed the list. */
  refusalOf(
    list: UnverifiedRevocationList,
    signer: UnverifiedCertificate,
    context: RevocationContext | undefined,
  ): Reason | null;
}

function invalid(detail: string): Reason {
  return reason('revocation-list-signature-invalid', detail);
}

function known(certificates: readonly UnverifiedCertificate[], list: UnverifiedRevocationList) {
  const named = certificates.filter(({ subject }) => subject.canonical === list.issuer.canonical);
  const seen = new Set<string>();
  return named
    .filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint))
    .sort((a, b) => Number(isNamedBy(list, b)) - Number(isNamedBy(list, a)));
}

function isNamedBy(list: UnverifiedRevocationList, signer: UnverifiedCertificate): boolean {
  return list.authorityKeyIdentifier !== null && list.authorityKeyIdentifier === signer.subjectKeyIdentifier;
}

/**
 * Signatures that were checked are remembered as long as the caller keeps the list, so that a large one is
 * hashed once for each key that may have signed it.
 */
export function createListSigners(): ListSigners {
  const checked = new WeakMap<UnverifiedRevocationList, Map<string, Reason | null>>();

  const refusalOf: ListSigners['refusalOf'] = (list, signer, context) => {
    if (signer.keyUsage?.includes('cRLSign') === false)
      return invalid('RFC 5280 §6.3.3 (f): signer without cRLSign');
    const { floor = safeAlgorithmFloor } = context ?? {};
    const key = `${signer.fingerprint} ${floor.minimumRsaBits} ${floor.hashes.size}`;
    const before = checked.get(list)?.get(key);
    if (before !== undefined) return before;
    const outcome = verifyIssuerSignature(list, signer.publicKey, floor);
    const refusal =
      outcome.status === 'verified'
        ? null
        : invalid(`RFC 5280 §6.3.3 (g): ${outcome.reasons[0]?.detail ?? ''}`);
    checked.set(list, (checked.get(list) ?? new Map<string, Reason | null>()).set(key, refusal));
    return refusal;
  };

  /** Certificates above the one in question are checked with it; anybody else needs a path of their own. */
  const distrust = async (
    signer: UnverifiedCertificate,
    { certificate, issuer, point, context }: ListQuestion,
  ): Promise<Reason | null> => {
    const above = [issuer, ...(context?.above ?? [])];
    if (above.some(({ fingerprint }) => fingerprint === signer.fingerprint)) return null;
    if (signer.fingerprint === certificate.fingerprint) {
      // Somebody's list about themselves counts only where their own issuer sends us there for it.
      const sent = point.listIssuers?.some(({ canonical }) => canonical === signer.subject.canonical);
      return sent === true ? null : invalid('RFC 5280 §6.3.3 (f): signed by the certificate in question');
    }
    if (context === undefined) return invalid('RFC 5280 §6.3.3 (f): signed by another than the issuer');
    const outcome = await context.pathOf(signer);
    return outcome.status === 'verified'
      ? null
      : invalid(`RFC 5280 §6.3.3 (f): path of ${signer.subject.text}: ${outcome.reasons[0]?.code ?? ''}`);
  };

  return {
    refusalOf,
    async signerOf(list, question) {
      const { certificate, issuer, context } = question;
      const refusals: Reason[] = [];
      const candidates = [issuer, ...(context?.above ?? []), certificate, ...(context?.candidates ?? [])];
      for (const signer of known(candidates, list)) {
        const refusal = refusalOf(list, signer, context) ?? (await distrust(signer, question));
        if (refusal === null) return signer;
        refusals.push(refusal);
      }
      return refusals[0] ?? invalid(`RFC 5280 §6.3.3 (f): no certificate of ${list.issuer.text}`);
    },
  };
}
