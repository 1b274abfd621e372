import { type Attempt, failed, type Reason, reason } from '@honnin/outcome';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { verifyIssuerSignature } from '../path/verify-issuer-signature.ts';
import type { Revocation, UnverifiedRevocationList } from './parse-revocation-list.ts';
import type { RevocationSource, RevocationStatus } from './revocation-source.ts';

/** Gets the list that an issuer publishes for a certificate. */
export type RevocationListLookup = (
  certificate: UnverifiedCertificate,
  issuer: UnverifiedCertificate,
) => Promise<Attempt<UnverifiedRevocationList>>;

/** Looks lists up among some that are at hand, by the issuer's name; the newest wins. */
export function revocationListsAtHand(lists: readonly UnverifiedRevocationList[]): RevocationListLookup {
  const newestFirst = lists.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime());
  return async ({ issuer }) => {
    const value = newestFirst.find((list) => list.issuer.canonical === issuer.canonical);
    return value === undefined
      ? failed(reason('revocation-list-unavailable', `no list of ${issuer.text}`))
      : { status: 'done', value };
  };
}

/** RFC 5280 §6.3.3 (b)(2): whether the list speaks of this certificate at all. */
function whyOutOfScope(list: UnverifiedRevocationList, certificate: UnverifiedCertificate): string | null {
  if (list.unusable !== null) return list.unusable;
  if (list.issuer.canonical !== certificate.issuer.canonical) return `list of ${list.issuer.text}`;
  const { names, onlyHolders, onlyAuthorities } = list.scope;
  const authority = certificate.basicConstraints?.authority === true;
  if (onlyHolders && authority) return 'only holders’ certificates';
  if (onlyAuthorities && !authority) return 'only authorities’ certificates';
  if (names === null) return null;
  return names.some((name) => certificate.revocationListNames.includes(name))
    ? null
    : 'another distribution point';
}

function unknown(code: string, detail: string): RevocationStatus {
  return { kind: 'unknown', reason: reason(code, detail) };
}

function statusIn(list: UnverifiedRevocationList, entry: Revocation | undefined, at: Date): RevocationStatus {
  const { thisUpdate, nextUpdate } = list;
  if (thisUpdate > at) return unknown('revocation-list-not-yet-valid', thisUpdate.toISOString());
  const stale = nextUpdate === null || nextUpdate < at;
  // Revocation is final except for a hold, so that an old list still knows what was revoked.
  if (entry !== undefined && !(stale && entry.reason === 'certificate-hold'))
    return { kind: 'revoked', ...entry };
  return stale
    ? unknown('revocation-list-stale', `nextUpdate ${nextUpdate?.toISOString() ?? 'missing'}`)
    : { kind: 'good' };
}

/**
 * Answers from complete revocation lists (RFC 5280 §6.3): signed by the certificate's issuer with a key that
 * may sign lists, of the right scope, and current. Whatever cannot be had or does not fit is `unknown` with its
 * reason, never good. A list whose signature held is remembered by this source as long as the caller keeps the
 * list, so that a large one is hashed once. Delta and indirect lists are not used yet.
 */
export function createListRevocationSource(options: {
  readonly lookup: RevocationListLookup;
}): RevocationSource {
  const checked = new WeakMap<UnverifiedRevocationList, { issuer: string; refusal: Reason | null }>();

  const refusalOf = (list: UnverifiedRevocationList, issuer: UnverifiedCertificate): Reason | null => {
    const before = checked.get(list);
    if (before?.issuer === issuer.fingerprint) return before.refusal;
    const outcome = verifyIssuerSignature(list, issuer.publicKey);
    const refusal =
      outcome.status === 'verified'
        ? null
        : reason('revocation-list-signature-invalid', `RFC 5280 §6.3.3 (g): ${outcome.reasons[0]?.detail}`);
    checked.set(list, { issuer: issuer.fingerprint, refusal });
    return refusal;
  };

  return {
    async statusOf(certificate, issuer, at) {
      const found = await options.lookup(certificate, issuer);
      if (found.status === 'failed') return { kind: 'unknown', reason: found.reason };
      const list = found.value;
      const outOfScope = whyOutOfScope(list, certificate);
      if (outOfScope !== null) return unknown('revocation-list-out-of-scope', outOfScope);
      if (issuer.keyUsage?.includes('cRLSign') === false)
        return unknown('revocation-list-signature-invalid', 'RFC 5280 §6.3.3 (f): issuer without cRLSign');
      const refusal = refusalOf(list, issuer);
      if (refusal !== null) return { kind: 'unknown', reason: refusal };
      return statusIn(list, list.revoked.get(certificate.serialNumber), at);
    },
  };
}
