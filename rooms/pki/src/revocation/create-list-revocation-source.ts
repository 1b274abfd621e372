import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { deltaFor } from './delta-for.ts';
import { listProfileBreach } from './list-profile-breach.ts';
import { allReasons, pointsOf, reasonsCovered, whyOutOfScope } from './list-scope.ts';
import { createListSigners, type ListQuestion, type ListSigners } from './list-signers.ts';
import { lineKey, type Revocation, type UnverifiedRevocationList } from './revocation-list.ts';
import type { RevocationSource, RevocationStatus } from './revocation-source.ts';

/** Gets the lists that may speak of a certificate, complete and delta, in any order; those that do not fit are passed over. */
export type RevocationListLookup = (
  certificate: UnverifiedCertificate,
  issuer: UnverifiedCertificate,
) => Promise<Attempt<readonly UnverifiedRevocationList[]>>;

/** Looks lists up among some that are at hand: those of the certificate's issuer, and of whom the certificate names. */
export function revocationListsAtHand(lists: readonly UnverifiedRevocationList[]): RevocationListLookup {
  return async ({ issuer, distributionPoints }) => {
    const issuers = [issuer, ...distributionPoints.flatMap(({ listIssuers }) => listIssuers ?? [])];
    const names = new Set(issuers.map(({ canonical }) => canonical));
    const found = lists.filter((list) => names.has(list.issuer.canonical));
    return found.length === 0
      ? failed(reason('revocation-list-unavailable', `no list of ${issuer.text}`))
      : done(found);
  };
}

/** What one list, with the delta list that belongs to it, says; `mask` are the reasons for which it says it. */
type Finding =
  | { readonly kind: 'revoked'; readonly revocation: Revocation }
  | { readonly kind: 'not-listed'; readonly mask: number; readonly asOf: Date }
  | { readonly kind: 'refused'; readonly reason: Reason };

function refused(code: string, detail: string): Finding {
  return { kind: 'refused', reason: reason(code, detail) };
}

function isCurrent(
  { thisUpdate, nextUpdate }: UnverifiedRevocationList,
  at: Date,
  clockDifferenceMs = 0,
): boolean {
  return thisUpdate.getTime() <= at.getTime() + clockDifferenceMs && nextUpdate !== null && nextUpdate >= at;
}

/** What a source has by its making. */
interface Means {
  readonly signers: ListSigners;
  readonly clockDifferenceMs: number;
}

async function askList(
  list: UnverifiedRevocationList,
  lists: readonly UnverifiedRevocationList[],
  question: ListQuestion,
  at: Date,
  { signers, clockDifferenceMs }: Means,
): Promise<Finding> {
  const { certificate, point, context } = question;
  const outOfScope = whyOutOfScope(list, certificate, point);
  if (outOfScope !== null) return refused('revocation-list-out-of-scope', outOfScope);
  const breach = context?.profile === 'enforced' ? listProfileBreach(list) : null;
  if (breach !== null) return refused('revocation-list-malformed', breach);
  if (list.thisUpdate.getTime() > at.getTime() + clockDifferenceMs)
    return refused('revocation-list-not-yet-valid', list.thisUpdate.toISOString());
  const signer = await signers.signerOf(list, question);
  if ('code' in signer) return { kind: 'refused', reason: signer };
  const delta = deltaFor(
    list,
    lists.filter(
      (other) =>
        isCurrent(other, at, clockDifferenceMs) && signers.refusalOf(other, signer, context) === null,
    ),
  );
  const key = lineKey(list.issuer, certificate.issuer, certificate.serialNumber);
  // RFC 5280 §6.3.3 (i) to (k): the delta list has the last word.
  const lifted = delta?.removed.has(key) === true;
  const revocation = delta?.revoked.get(key) ?? (lifted ? undefined : list.revoked.get(key));
  const stale = delta === null && !isCurrent(list, at, clockDifferenceMs);
  // Revocation is final except for a hold, so that an old list still knows what was revoked.
  if (revocation !== undefined && !(stale && revocation.reason === 'certificate-hold'))
    return { kind: 'revoked', revocation };
  if (stale)
    return refused('revocation-list-stale', `nextUpdate ${list.nextUpdate?.toISOString() ?? 'missing'}`);
  const asOf = (delta ?? list).thisUpdate;
  return { kind: 'not-listed', mask: reasonsCovered(list, point), asOf };
}

/** Current lists before stale ones, newer before older: what a newer list took back, an older one must not bring up. */
function inOrder(lists: readonly UnverifiedRevocationList[], at: Date): readonly UnverifiedRevocationList[] {
  return lists
    .filter(({ baseNumber }) => baseNumber === null)
    .toSorted(
      (a, b) =>
        Number(isCurrent(b, at)) - Number(isCurrent(a, at)) ||
        b.thisUpdate.getTime() - a.thisUpdate.getTime(),
    );
}

/** The refusal that tells most: a list that would have fitted, before lists that were never meant. */
function mostTelling(refusals: readonly Reason[]): Reason {
  return (
    refusals.find(({ code }) => code !== 'revocation-list-out-of-scope') ??
    refusals[0] ??
    reason('revocation-list-out-of-scope', 'only delta lists (RFC 5280 §5.2.4)')
  );
}

async function ask(
  lists: readonly UnverifiedRevocationList[],
  question: Omit<ListQuestion, 'point'>,
  at: Date,
  means: Means,
): Promise<RevocationStatus> {
  const refusals: Reason[] = [];
  let mask = 0;
  let asOf = at;
  for (const point of pointsOf(question.certificate))
    for (const list of inOrder(lists, at)) {
      // RFC 5280 §6.3.3 (e): a list that adds no reason is not looked at.
      if ((reasonsCovered(list, point) & ~mask) === 0) continue;
      const finding = await askList(list, lists, { ...question, point }, at, means);
      if (finding.kind === 'revoked') return { kind: 'revoked', ...finding.revocation };
      if (finding.kind === 'refused') refusals.push(finding.reason);
      else {
        mask |= finding.mask;
        if (finding.asOf < asOf) asOf = finding.asOf;
      }
      if (mask === allReasons) return { kind: 'good', asOf };
    }
  if (mask === 0) return { kind: 'unknown', reason: mostTelling(refusals) };
  const detail = 'RFC 5280 §6.3.3: the lists do not cover every reason for revocation';
  return { kind: 'unknown', reason: reason('revocation-list-out-of-scope', detail) };
}

/**
 * Answers from revocation lists (RFC 5280 §6.3): complete ones and delta lists to them, of the certificate's issuer
 * or of whom it names, of the right scope, for all reasons together, signed by a key that may sign lists, and
 * current. Whatever cannot be had or does not fit is `unknown` with its reason, never good.
 */
export function createListRevocationSource(options: {
  readonly lookup: RevocationListLookup;
  /** How far the issuer's clock may be ahead of this one. Default 0. */
  readonly clockDifferenceMs?: number;
}): RevocationSource {
  const means = { signers: createListSigners(), clockDifferenceMs: options.clockDifferenceMs ?? 0 };
  return {
    async statusOf(certificate, issuer, at, context) {
      const found = await options.lookup(certificate, issuer);
      if (found.status === 'failed') return { kind: 'unknown', reason: found.reason };
      return ask(found.value, { certificate, issuer, context }, at, means);
    },
  };
}
