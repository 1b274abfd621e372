import { extensionId } from '../certificate/extension-id.ts';
import type { UnverifiedRevocationList } from './revocation-list.ts';

/** Where a list is not as RFC 5280 §5 obliges its issuer to make it, or null; asked where the profile is enforced. */
export function listProfileBreach({
  extensions,
  nextUpdate,
  repeats,
}: UnverifiedRevocationList): string | null {
  const criticalOf = (oid: string) => extensions.find((extension) => extension.oid === oid)?.critical;
  if (nextUpdate === null) return 'RFC 5280 §5.1.2.5: nextUpdate missing';
  if (repeats) return 'RFC 5280 §5.1.2.6: a certificate has two lines';
  if (criticalOf(extensionId.authorityKeyIdentifier) === undefined)
    return 'RFC 5280 §5.2.1: authorityKeyIdentifier missing';
  if (criticalOf(extensionId.revocationListNumber) === undefined) return 'RFC 5280 §5.2.3: cRLNumber missing';
  if (criticalOf(extensionId.revocationListNumber) === true) return 'RFC 5280 §5.2.3: cRLNumber critical';
  if (criticalOf(extensionId.deltaListIndicator) === false)
    return 'RFC 5280 §5.2.4: deltaCRLIndicator not critical';
  if (criticalOf(extensionId.issuingDistributionPoint) === false)
    return 'RFC 5280 §5.2.5: issuingDistributionPoint not critical';
  return null;
}
