import type { KeyObject } from 'node:crypto';
import { type Reason, reason } from '@honnin/outcome';

/** Hashes by their names in node:crypto, weakest first. */
export type HashName = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** How weak a signature may be and still count. */
export interface AlgorithmFloor {
  readonly hashes: ReadonlySet<HashName>;
  readonly minimumRsaBits: number;
  readonly minimumRsaExponent: bigint;
  /** 0 where DSA counts for nothing. */
  readonly minimumDsaBits: number;
}

/** What signatures of today must reach: SHA-256 or more, RSA of 2048 bits or more, no DSA. */
export const safeAlgorithmFloor: AlgorithmFloor = {
  hashes: new Set<HashName>(['sha256', 'sha384', 'sha512']),
  minimumRsaBits: 2048,
  minimumRsaExponent: 65_537n,
  minimumDsaBits: 0,
};

/**
 * Lets SHA-1, RSA-1024 and DSA-1024 count. For conformance suites that were signed long ago, and for nothing
 * else: such signatures can be forged.
 */
export const historicAlgorithmFloor: AlgorithmFloor = {
  hashes: new Set<HashName>(['sha1', 'sha224', 'sha256', 'sha384', 'sha512']),
  minimumRsaBits: 1024,
  minimumRsaExponent: 3n,
  minimumDsaBits: 1024,
};

/** Above this, checking a signature costs more than any issuer needs. */
const maximumRsaBits = 8192;
const acceptedCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

function weaknessOfRsa(details: KeyObject['asymmetricKeyDetails'], floor: AlgorithmFloor): Reason | null {
  const bits = details?.modulusLength ?? 0;
  if (bits < floor.minimumRsaBits) return reason('algorithm-too-weak', `RSA of ${bits} bits`);
  if (bits > maximumRsaBits) return reason('algorithm-unknown', `RSA of ${bits} bits`);
  const exponent = details?.publicExponent ?? 0n;
  return exponent < floor.minimumRsaExponent
    ? reason('algorithm-too-weak', `RSA with exponent ${exponent}`)
    : null;
}

/**
 * What is wrong with a key as the key of a signer, or null: RSA of 2048 to 8192 bits with an exponent of at
 * least 65537, the NIST curves P-256, P-384 and P-521, or Ed25519; less only where the floor says so.
 */
export function weaknessOfKey(
  publicKey: KeyObject,
  floor: AlgorithmFloor = safeAlgorithmFloor,
): Reason | null {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey;
  switch (type) {
    case 'rsa':
    case 'rsa-pss':
      return weaknessOfRsa(details, floor);
    case 'ec': {
      const curve = details?.namedCurve ?? 'explicit parameters';
      return acceptedCurves.has(curve) ? null : reason('algorithm-too-weak', `curve ${curve}`);
    }
    case 'ed25519':
      return null;
    case 'dsa': {
      const bits = details?.modulusLength ?? 0;
      return floor.minimumDsaBits > 0 && bits >= floor.minimumDsaBits
        ? null
        : reason('algorithm-too-weak', `DSA of ${bits} bits`);
    }
    case undefined:
      return reason('algorithm-too-weak', 'DSA without parameters');
    default:
      return reason('algorithm-unknown', `key of type ${type}`);
  }
}
