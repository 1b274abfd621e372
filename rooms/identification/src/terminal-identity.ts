import { X509Certificate } from 'node:crypto';
import type { UnverifiedCertificate } from '@honnin/pki';

/** Name and operator of a terminal, by its certificate's subject (CN and O); empty where it has none. */
export function terminalOf(certificate: Pick<UnverifiedCertificate, 'der'>): {
  readonly id: string;
  readonly organisation: string;
} {
  // The types speak of text only, but a repeated attribute comes as a list: a name that is not one is none.
  const subject: Record<string, unknown> = {
    ...new X509Certificate(certificate.der).toLegacyObject().subject,
  };
  const one = (value: unknown) => (typeof value === 'string' ? value : '');
  return { id: one(subject['CN']), organisation: one(subject['O']) };
}
