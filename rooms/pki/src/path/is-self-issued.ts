import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';

/** Whether subject and issuer have the same name (RFC 5280 §6.1); it says nothing about who signed. */
export function isSelfIssued({ subject, issuer }: UnverifiedCertificate): boolean {
  return subject.canonical === issuer.canonical;
}
