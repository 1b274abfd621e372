import { createHash } from 'node:crypto';
import type { UnverifiedCertificate } from '@honnin/pki';

/**
 * What a certificate is found by: SHA-256 over the issuer's encoded name and the serial number, which together
 * are unique (RFC 5280, 4.1.2.2). The name describes its own length, so the two cannot run into each other.
 */
export function certificateKey(certificate: Pick<UnverifiedCertificate, 'issuer' | 'serialNumber'>): Buffer {
  return createHash('sha256')
    .update(certificate.issuer.der)
    .update(Buffer.from(certificate.serialNumber, 'hex'))
    .digest();
}
