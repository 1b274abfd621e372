import { type KeyObject, verify } from 'node:crypto';
import { type Outcome, reason, rejected, undetermined, verified } from '@honnin/outcome';
import { weaknessOfKey } from '../certificate/algorithm-floor.ts';
import type { AlgorithmName } from '../certificate/unverified-certificate.ts';

interface KnownAlgorithm {
  readonly keyType: 'rsa' | 'ec' | 'ed25519';
  readonly hash: 'sha256' | 'sha384' | 'sha512' | null;
}

const known: ReadonlyMap<string, KnownAlgorithm> = new Map<string, KnownAlgorithm>([
  ['1.2.840.113549.1.1.11', { keyType: 'rsa', hash: 'sha256' }],
  ['1.2.840.113549.1.1.12', { keyType: 'rsa', hash: 'sha384' }],
  ['1.2.840.113549.1.1.13', { keyType: 'rsa', hash: 'sha512' }],
  ['1.2.840.10045.4.3.2', { keyType: 'ec', hash: 'sha256' }],
  ['1.2.840.10045.4.3.3', { keyType: 'ec', hash: 'sha384' }],
  ['1.2.840.10045.4.3.4', { keyType: 'ec', hash: 'sha512' }],
  ['1.3.101.112', { keyType: 'ed25519', hash: null }],
]);

/** Known and refused: their hashes are broken or too short. */
const weak: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'md2WithRSA'],
  ['1.2.840.113549.1.1.4', 'md5WithRSA'],
  ['1.2.840.113549.1.1.5', 'sha1WithRSA'],
  ['1.2.840.113549.1.1.14', 'sha224WithRSA'],
  ['1.2.840.10045.4.1', 'ecdsa-with-SHA1'],
  ['1.2.840.10045.4.3.1', 'ecdsa-with-SHA224'],
  ['1.2.840.10040.4.3', 'dsa-with-SHA1'],
  ['2.16.840.1.101.3.4.3.1', 'dsa-with-SHA224'],
  ['2.16.840.1.101.3.4.3.2', 'dsa-with-SHA256'],
]);

/** Something that an issuer signed: a certificate or a revocation list. */
export interface IssuerSigned {
  readonly toBeSigned: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: AlgorithmName;
}

/**
 * Checks an issuer's signature (RFC 5280 §6.1.3 (a)(1), §6.3.3 (g)) above the algorithm floor. Rejected:
 * `certificate-signature-invalid`, `algorithm-too-weak`. Undetermined: `algorithm-unknown`.
 */
export function verifyIssuerSignature(signed: IssuerSigned, issuerKey: KeyObject): Outcome<IssuerSigned> {
  const { oid } = signed.signatureAlgorithm;
  const weakName = weak.get(oid);
  if (weakName !== undefined) return rejected(reason('algorithm-too-weak', weakName));
  const algorithm = known.get(oid);
  if (algorithm === undefined) return undetermined(reason('algorithm-unknown', oid));
  if (issuerKey.asymmetricKeyType !== algorithm.keyType)
    return rejected(reason('certificate-signature-invalid', `${oid} with a key of another type`));
  const weakness = weaknessOfKey(issuerKey);
  if (weakness?.code === 'algorithm-unknown') return undetermined(weakness);
  if (weakness !== null) return rejected(weakness);
  return verify(algorithm.hash, signed.toBeSigned, issuerKey, signed.signature)
    ? verified(signed)
    : rejected(reason('certificate-signature-invalid', 'RFC 5280 §6.1.3 (a)(1)'));
}
