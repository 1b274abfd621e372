import type { Attempt } from '@honnin/outcome';
import type { UnverifiedCertificate } from './unverified-certificate.ts';

export function parseCertificate(der: Uint8Array): Attempt<UnverifiedCertificate> {
  throw new Error(`not built yet (${der.length})`);
}
