import type { KeyObject } from 'node:crypto';
import { type Reason, reason } from '@honnin/outcome';

const minimumRsaBits = 2048;
/** Above this, checking a signature costs more than any issuer needs. */
const maximumRsaBits = 8192;
const minimumRsaExponent = 65_537n;
const acceptedCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/**
 * What is wrong with a key as the key of a signer, or null: RSA of 2048 to 8192 bits with an exponent of at
 * least 65537, the NIST curves P-256, P-384 and P-521, or Ed25519.
 */
export function weaknessOfKey(publicKey: KeyObject): Reason | null {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey;
  switch (type) {
    case 'rsa': {
      const bits = details?.modulusLength ?? 0;
      if (bits < minimumRsaBits) return reason('algorithm-too-weak', `RSA of ${bits} bits`);
      if (bits > maximumRsaBits) return reason('algorithm-unknown', `RSA of ${bits} bits`);
      const exponent = details?.publicExponent ?? 0n;
      return exponent < minimumRsaExponent
        ? reason('algorithm-too-weak', `RSA with exponent ${exponent}`)
        : null;
    }
    case 'ec': {
      const curve = details?.namedCurve ?? 'explicit parameters';
      return acceptedCurves.has(curve) ? null : reason('algorithm-too-weak', `curve ${curve}`);
    }
    case 'ed25519':
      return null;
    case 'dsa':
      return reason('algorithm-too-weak', 'DSA');
    default:
      return reason('algorithm-unknown', `key of type ${type ?? 'unknown'}`);
  }
}
