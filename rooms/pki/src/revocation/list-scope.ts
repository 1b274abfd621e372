import type { DistributionPoint } from '../certificate/distribution-point.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { UnverifiedRevocationList } from './revocation-list.ts';

/** keyCompromise to aACompromise, bits 1 to 8 of ReasonFlags (RFC 5280 §4.2.1.13). */
export const allReasons = 0b1_1111_1110;

/** The reasons that a list is asked for at a point, as a mask (RFC 5280 §6.3.3 (d)). */
export function reasonsCovered(list: UnverifiedRevocationList, point: DistributionPoint): number {
  const maskOf = (bits: ReadonlySet<number> | null): number =>
    bits === null ? allReasons : [...bits].reduce((mask, bit) => mask | (1 << bit), 0);
  return maskOf(list.scope.reasons) & maskOf(point.reasons) & allReasons;
}

/** The points of a certificate, and its issuer's own name, under which other lists may be found (§6.3.3). */
export function pointsOf(certificate: UnverifiedCertificate): readonly DistributionPoint[] {
  const own = [`directory:${certificate.issuer.canonical}`];
  return [...certificate.distributionPoints, { names: own, reasons: null, listIssuers: null }];
}

/** Why a list does not speak of this certificate at this point (RFC 5280 §6.3.3 (b)), or null where it does. */
export function whyOutOfScope(
  list: UnverifiedRevocationList,
  certificate: UnverifiedCertificate,
  { names, listIssuers }: DistributionPoint,
): string | null {
  if (list.unusable !== null) return list.unusable;
  const { scope, issuer } = list;
  if (listIssuers === null) {
    if (issuer.canonical !== certificate.issuer.canonical) return `list of ${issuer.text}`;
  } else {
    if (!listIssuers.some(({ canonical }) => canonical === issuer.canonical))
      return `list of ${issuer.text}, who is not named for this certificate`;
    if (!scope.indirect) return 'not an indirect list (RFC 5280 §5.2.5)';
  }
  const authority = certificate.basicConstraints?.authority === true;
  if (scope.onlyAttributes) return 'only attribute certificates (RFC 5280 §5.2.5)';
  if (scope.onlyHolders && authority) return 'only holders’ certificates';
  if (scope.onlyAuthorities && !authority) return 'only authorities’ certificates';
  if (scope.names === null) return null;
  const asked = names ?? listIssuers?.map(({ canonical }) => `directory:${canonical}`) ?? [];
  return scope.names.some((name) => asked.includes(name)) ? null : 'another distribution point';
}
